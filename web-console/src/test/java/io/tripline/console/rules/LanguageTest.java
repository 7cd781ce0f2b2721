package io.tripline.console.rules;

import static io.tripline.console.node.NodeUnderTest.LARGE;
import static io.tripline.console.node.NodeUnderTest.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor asks over HTTP about a text that is not saved; a bar shows the cursor. */
class LanguageTest {

    private NodeUnderTest node;

    @BeforeEach
    void start(@TempDir Path data) {
        node = NodeUnderTest.start(data, "durability=process");
        node.put("payments.trip", PAYMENTS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void completesFieldsOfEventsThatTheNodeKnows() {
        Answer answer = ask("complete", "rule r {\n  on p: Payment[am|\n}\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("from")).isEqualTo("25");
        assertThat(answer.at("to")).isEqualTo("27");
        assertThat(answer.at("items/0/label")).isEqualTo("id");
        assertThat(answer.at("items/0/kind")).isEqualTo("field");
        assertThat(answer.at("items/0/detail")).isEqualTo("string");
    }

    @Test
    void explainsAWord() {
        Answer answer = ask("hover", "rule r {\n  on p: Pay|ment\n  alert \"x\"\n}\n");
        assertThat(answer.at("from")).isEqualTo("17");
        assertThat(answer.at("to")).isEqualTo("24");
        assertThat(answer.at("markdown")).contains("event Payment {");
        assertThat(ask("hover", "// noth|ing").status()).isEqualTo(204);
    }

    @Test
    void findsWhereSomethingIsDeclared() {
        Answer answer = ask("definition", "rule r {\n  on p: Pay|ment\n  alert \"x\"\n}\n");
        assertThat(answer.at("places/0/file")).isEqualTo("payments.trip");
        assertThat(answer.at("places/0/from")).isEqualTo(Integer.toString(PAYMENTS.indexOf("Payment")));
    }

    @Test
    void formats() {
        Answer answer = node.post("/v1/language/format?file=new.trip", "text/plain", "list  a of string");
        assertThat(answer.body()).isEqualTo("{\"edits\":[{\"from\":0,\"to\":17,\"text\":\"list a of string\\n\"}]}");
        assertThat(node.post("/v1/language/format?file=new.trip", "text/plain", "list a of")
                        .body())
                .isEqualTo("{\"edits\":[]}");
    }

    @Test
    void checkingOffersFixes() {
        String wrong = LARGE.replace("amount", "amout");
        Answer answer = node.post("/v1/rules/large.trip/check", "text/plain", wrong);
        assertThat(answer.at("fixes/0/title")).isEqualTo("Write `amount`");
        assertThat(answer.at("fixes/0/diagnostic")).isEqualTo("0");
        assertThat(answer.at("fixes/0/edits/0/from")).isEqualTo(Integer.toString(wrong.indexOf("amout")));
        assertThat(answer.at("fixes/0/edits/0/text")).isEqualTo("amount");
    }

    @Test
    void aPlaceOutsideOfTheTextIsMovedIntoIt() {
        assertThat(node.post("/v1/language/complete?file=new.trip&offset=99", "text/plain", "ru")
                        .at("items/1/label"))
                .isEqualTo("rule");
        assertThat(node.post("/v1/language/complete?file=../x&offset=0", "text/plain", "")
                        .status())
                .isEqualTo(400);
    }

    private Answer ask(String question, String textWithBar) {
        int offset = textWithBar.indexOf('|');
        return node.post(
                "/v1/language/" + question + "?file=new.trip&offset=" + offset,
                "text/plain",
                textWithBar.replace("|", ""));
    }
}
