package org.ipsisim.estate;

/**
 * A survivable remote (formerly LSP): it serves gateways and phones, and never controls an IPSI (R41, M19).
 *
 * @param name its name, such as {@code lsp-1}
 * @param site its site
 */
public record SurvivableRemote(String name, String site) {}
