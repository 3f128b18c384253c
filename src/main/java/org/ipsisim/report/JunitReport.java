package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ipsisim.history.History;

/**
 * The expectations of a run as JUnit XML, which build servers show as tests: a suite for each scenario, a case for each
 * expectation, a failure with what was expected and what was.
 *
 * <p>A scenario without expectations has one passing case, {@code runs}, since build servers take an empty suite for a
 * mistake. No times are written: they would be read as how long the test took, and results do not depend on a clock.
 */
public final class JunitReport {
    private JunitReport() {}

    /**
     * Writes the document; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            int tests = 0;
            int failures = 0;
            for (History history : histories) {
                JunitSuite suite = new JunitSuite(history);
                tests += suite.tests();
                failures += suite.failures();
            }
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "ipsisim");
            xml.writeAttribute("tests", String.valueOf(tests));
            xml.writeAttribute("failures", String.valueOf(failures));
            xml.writeAttribute("errors", "0");
            for (History history : histories) {
                new JunitSuite(history).write(xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e.getMessage(), e);
        }
        out.flush();
    }
}
