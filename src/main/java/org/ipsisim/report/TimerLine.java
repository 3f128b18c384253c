package org.ipsisim.report;

/**
 * One timer or reading in force, and where its value comes from.
 *
 * @param key its key under the scenario's {@code timers}, such as {@code no-service-timeout}
 * @param value its value as a scenario file writes it, such as {@code 5m} or {@code serial}
 * @param origin what set it: {@code scenario line 12}, {@code --set timers.no-service-timeout=2m},
 *     {@code release cm-4}, {@code default}
 * @param confidence how sure the value is: {@code given} if the user set it, else how sure the default is
 * @param rule the rules and rulings that speak of it, such as {@code R21} or {@code C1, M14}
 */
public record TimerLine(String key, String value, String origin, String confidence, String rule) {}
