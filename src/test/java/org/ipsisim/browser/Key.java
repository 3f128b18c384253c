package org.ipsisim.browser;

import java.util.HashMap;
import java.util.Map;

/**
 * A key as the browser hears it.
 *
 * @param key what it means, such as {@code ArrowLeft} or {@code a}
 * @param code where it is on the keyboard, such as {@code KeyA}
 * @param number the number of old, which some browsers' own actions go by
 * @param text what it types; empty for keys that type nothing
 * @param modifiers 1 Alt, 2 Ctrl, 4 Meta, 8 Shift
 */
record Key(String key, String code, int number, String text, int modifiers) {
    private static final Map<String, Integer> MODIFIERS = Map.of("Alt", 1, "Control", 2, "Meta", 4, "Shift", 8);
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("Backspace", 8),
            Map.entry("Tab", 9),
            Map.entry("Enter", 13),
            Map.entry("Escape", 27),
            Map.entry("PageUp", 33),
            Map.entry("PageDown", 34),
            Map.entry("End", 35),
            Map.entry("Home", 36),
            Map.entry("ArrowLeft", 37),
            Map.entry("ArrowUp", 38),
            Map.entry("ArrowRight", 39),
            Map.entry("ArrowDown", 40),
            Map.entry("Delete", 46));

    /**
     * A key by its name with modifiers: {@code a}, {@code 3}, {@code Space}, {@code ArrowLeft}, {@code Shift+End}.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    static Key of(String name) {
        int plus = name.length() > 1 ? name.indexOf('+') : -1;
        if (plus > 0) {
            Integer modifier = MODIFIERS.get(name.substring(0, plus));
            if (modifier == null) {
                throw new IllegalArgumentException(name + ": not one of " + MODIFIERS.keySet());
            }
            Key rest = of(name.substring(plus + 1));
            return new Key(rest.key, rest.code, rest.number, rest.text, rest.modifiers | modifier);
        }
        if (NAMED.containsKey(name)) {
            return new Key(name, name, NAMED.get(name), name.equals("Enter") ? "\r" : "", 0);
        }
        if (name.equals("Space")) {
            return new Key(" ", "Space", ' ', " ", 0);
        }
        if (name.length() != 1) {
            throw new IllegalArgumentException(name + " is not a key");
        }
        char sign = Character.toUpperCase(name.charAt(0));
        String code = Character.isDigit(sign) ? "Digit" + sign : Character.isLetter(sign) ? "Key" + sign : "";
        return new Key(name, code, code.isEmpty() ? 0 : sign, name, 0);
    }

    /** The parameters of {@code Input.dispatchKeyEvent}. */
    Map<String, Object> event(String type, double seconds) {
        Map<String, Object> event = new HashMap<>(Map.of(
                "type", type, "key", key, "code", code, "windowsVirtualKeyCode", number, "modifiers", modifiers));
        event.put("timestamp", seconds);
        if (type.equals("keyDown") && !text.isEmpty() && (modifiers & ~MODIFIERS.get("Shift")) == 0) {
            event.put("text", text);
        }
        return event;
    }
}
