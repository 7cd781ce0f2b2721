package io.tripline.console.cli;

import io.tripline.engine.ruletest.TestResult;
import io.tripline.engine.ruletest.TestResult.Status;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** How the tests of a rule set went, for people and for build servers. */
final class TestReport {

    private final List<TestResult> results;

    TestReport(List<TestResult> results) {
        this.results = results;
    }

    long failed() {
        return count(Status.FAILED);
    }

    private long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /** What did not pass, test by test, and a line that sums up. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (TestResult result : results) {
            if (result.status() != Status.PASSED) {
                text.append(place(result))
                        .append(": ")
                        .append(word(result))
                        .append(' ')
                        .append(name(result))
                        .append('\n');
                result.findings()
                        .forEach(finding -> text.append("  ").append(finding).append('\n'));
            }
        }
        text.append(results.size()).append(results.size() == 1 ? " test: " : " tests: ");
        text.append(count(Status.PASSED)).append(" passed, ").append(failed()).append(" failed");
        long notRun = count(Status.NOT_RUN);
        return text.append(notRun == 0 ? "" : ", " + notRun + " not run")
                .append('\n')
                .toString();
    }

    private static String place(TestResult result) {
        return result.test().span().file() + ":" + result.test().span().startLine();
    }

    private static String word(TestResult result) {
        return result.status() == Status.FAILED ? "failed" : "not run";
    }

    private static String name(TestResult result) {
        return result.test().subject() + " \"" + result.test().title() + "\"";
    }

    /** In the XML that build servers read as JUnit's; a test that was not run is skipped. */
    String junit() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "tripline");
            xml.writeAttribute("tests", String.valueOf(results.size()));
            xml.writeAttribute("failures", String.valueOf(failed()));
            xml.writeAttribute("skipped", String.valueOf(count(Status.NOT_RUN)));
            for (TestResult result : results) {
                write(xml, result);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory failed", e);
        }
        return text + "\n";
    }

    private static void write(XMLStreamWriter xml, TestResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.test().subject());
        xml.writeAttribute("name", result.test().title());
        xml.writeAttribute("file", result.test().span().file());
        xml.writeAttribute("line", String.valueOf(result.test().span().startLine()));
        if (result.status() != Status.PASSED) {
            xml.writeStartElement(result.status() == Status.FAILED ? "failure" : "skipped");
            xml.writeAttribute("message", String.join("; ", result.findings()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
