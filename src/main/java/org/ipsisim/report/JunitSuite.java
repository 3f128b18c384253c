package org.ipsisim.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/** One scenario as a suite of JUnit XML. */
final class JunitSuite {
    private final History history;
    private final List<ExpectationResult> results;

    JunitSuite(History history) {
        this.history = history;
        this.results = history.checkExpectations();
    }

    int tests() {
        return Math.max(1, results.size());
    }

    int failures() {
        int failures = 0;
        for (ExpectationResult result : results) {
            failures += result.met() ? 0 : 1;
        }
        return failures;
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        String file = history.scenario().provenance().file();
        indent(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", history.scenario().title());
        attribute(xml, "file", file);
        attribute(xml, "tests", String.valueOf(tests()));
        attribute(xml, "failures", String.valueOf(failures()));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", "0");
        indent(xml, 2);
        xml.writeStartElement("properties");
        property(xml, "seed", String.valueOf(history.scenario().seed()));
        property(
                xml, "durationSeconds", Words.decimalSeconds(history.duration()).toPlainString());
        indent(xml, 2);
        xml.writeEndElement();
        if (results.isEmpty()) {
            writeCase(xml, file, "runs", null);
        }
        Map<String, Integer> uses = new HashMap<>();
        for (ExpectationResult result : results) {
            int use = uses.merge(result.expect(), 1, Integer::sum);
            writeCase(xml, file, use == 1 ? result.expect() : result.expect() + " (" + use + ")", result);
        }
        indent(xml, 2);
        xml.writeStartElement("system-out");
        xml.writeCharacters(clean(Headline.of(history)));
        xml.writeEndElement();
        indent(xml, 1);
        xml.writeEndElement();
    }

    private static void writeCase(XMLStreamWriter xml, String file, String name, ExpectationResult result)
            throws XMLStreamException {
        boolean failed = result != null && !result.met();
        indent(xml, 2);
        if (failed) {
            xml.writeStartElement("testcase");
        } else {
            xml.writeEmptyElement("testcase");
        }
        attribute(xml, "classname", className(file));
        attribute(xml, "name", name);
        attribute(xml, "file", file);
        if (failed) {
            indent(xml, 3);
            xml.writeStartElement("failure");
            attribute(xml, "type", "expectation");
            attribute(xml, "message", "expected " + result.expect() + ", was " + result.actual());
            xml.writeCharacters(clean("expected: " + result.expect() + "\nactual:   " + result.actual()));
            xml.writeEndElement();
            indent(xml, 2);
            xml.writeEndElement();
        }
    }

    /** The file without its ending and with dots for slashes, which build servers show as package and class. */
    private static String className(String file) {
        String path = file.endsWith(".yaml") || file.endsWith(".yml") ? file.substring(0, file.lastIndexOf('.')) : file;
        String name = path.replace('\\', '/').replace('/', '.');
        int start = 0;
        while (start < name.length() - 1 && name.charAt(start) == '.') {
            start++;
        }
        return name.substring(start);
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        indent(xml, 3);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static void indent(XMLStreamWriter xml, int level) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(level));
    }

    /** Text without the characters that XML 1.0 cannot hold, not even escaped. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000;
            clean.appendCodePoint(allowed ? c : 0xFFFD);
        }
        return clean.toString();
    }
}
