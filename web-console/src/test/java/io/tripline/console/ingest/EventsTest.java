package io.tripline.console.ingest;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code POST /v1/events}, over HTTP. */
class EventsTest {

    private static NodeUnderTest node;

    @BeforeAll
    static void start(@TempDir Path data) {
        node = NodeUnderTest.withPayments(
                data, "events.max-body-bytes=200000", "events.max-decoded-bytes=400000", "durability=process");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void oneEventOrAnArrayOrLines() {
        Answer one = node.post("/v1/events", "application/json", payment("one", "c1", "1.50"));
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":0,\"errors\":[]}");
        String array = "[" + payment("two", "c1", "2") + "," + payment("three", "c1", "3") + "]";
        assertThat(node.post("/v1/events", "application/json; charset=utf-8", array)
                        .at("accepted"))
                .isEqualTo("2");
        assertThat(node.postLines(payment("four", "c1", "4"), payment("five", "c1", "5"))
                        .at("accepted"))
                .isEqualTo("2");
        assertThat(node.post("/v1/events", "application/json", "[]").body())
                .isEqualTo("{\"accepted\":0,\"duplicates\":0,\"rejected\":0,\"errors\":[]}");
    }

    @Test
    void brokenJsonInLine3Of5() {
        Answer answer = node.postLines(
                payment("broken-b1", "c2", "1"),
                payment("broken-b2", "c2", "1"),
                "{\"type\":\"Payment\",",
                payment("broken-b4", "c2", "1"),
                payment("broken-b5", "c2", "1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("accepted")).isEqualTo("4");
        assertThat(answer.at("errors/0/line")).isEqualTo("3");
        assertThat(answer.at("errors/0/code")).isEqualTo("broken-json");
    }

    @Test
    void whatWasSeenBeforeIsADuplicate() {
        node.postLines(payment("d1", "c3", "1"));
        Answer again = node.postLines(payment("d1", "c3", "1"), payment("d2", "c3", "1"), payment("d2", "c3", "1"));
        assertThat(again.body()).isEqualTo("{\"accepted\":1,\"duplicates\":2,\"rejected\":0,\"errors\":[]}");
        assertThat(node.postLines(payment("d1", "c3", "1")).status()).isEqualTo(200);
    }

    @Test
    void anEventThatNobodyCanTakeIsAProblem() {
        Answer answer = node.postLines("{\"type\":\"Payment\",\"id\":\"x\",\"card\":\"c\",\"amount\":\"abc\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.body()).isEqualTo("""
                        {"type":"/problems/invalid-events","title":"No event was accepted","status":400,\
                        "detail":"the event is invalid: 'abc' is not a decimal; write a number such as 12.50",\
                        "instance":"/v1/events","rejected":1,"errors":[{"line":1,"pointer":"/amount",\
                        "code":"wrong-type","detail":"'abc' is not a decimal; write a number such as 12.50"}]}""");
        assertThat(node.post("/v1/events", "application/json", "").at("errors/0/code"))
                .isEqualTo("broken-json");
    }

    @Test
    void atMostAHundredErrorsAreListedAndAllAreCounted() {
        String[] lines = IntStream.range(0, 250).mapToObj(i -> "17").toArray(String[]::new);
        Answer answer = node.postLines(lines);
        assertThat(answer.at("rejected")).isEqualTo("250");
        assertThat(answer.json().path("errors").size()).isEqualTo(100);
    }

    @Test
    void aBodyOfManyBatchesKeepsItsOrder() {
        String lines = IntStream.range(0, 1_500)
                .mapToObj(i -> payment("m" + i, "c4", "1"))
                .collect(Collectors.joining("\n"));
        assertThat(node.post("/v1/events", "application/x-ndjson", lines).at("accepted"))
                .isEqualTo("1500");
    }

    @Test
    void gzip() throws IOException {
        byte[] zipped = gzipped(payment("z1", "c5", "1") + "\n" + payment("z2", "c5", "1"));
        assertThat(postGzip(zipped).at("accepted")).isEqualTo("2");
        Answer cut = postGzip(Arrays.copyOf(gzipped(lines("y", 3_000)), 2_000));
        assertThat(cut.json().path("errors").toString()).contains("broken-gzip");
        Answer none = postGzip("no gzip at all".getBytes(StandardCharsets.UTF_8));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.at("errors/0/code")).isEqualTo("broken-gzip");
    }

    @Test
    void aBodyThatIsTooLarge() throws IOException {
        String large = lines("l", 3_000);
        Answer said = node.post("/v1/events", "application/x-ndjson", large);
        assertThat(said.status()).isEqualTo(413);
        assertThat(said.at("limitBytes")).isEqualTo("200000");
        assertThat(said.at("accepted")).isEqualTo("0");
        Answer unsaid = node.send(node.request("/v1/events")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
        assertThat(unsaid.status()).isEqualTo(413);
        assertThat(Integer.parseInt(unsaid.at("accepted"))).isPositive();
        Answer bomb = postGzip(gzipped(lines("b", 6_000)));
        assertThat(bomb.status()).isEqualTo(413);
        assertThat(bomb.at("detail")).contains("400000 bytes after decompression");
    }

    @Test
    void whatIsNotTakenSaysWhatIs() {
        Answer answer = node.post("/v1/events", "text/csv", "a,b");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("mediaTypes/1")).isEqualTo("application/x-ndjson");
        assertThat(node.post("/v1/events", "application/json;charset=latin1", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(node.post("/v1/events", "not a type", "{}").status()).isEqualTo(415);
        assertThat(node.send(node.request("/v1/events")
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "br")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(415);
        assertThat(node.send(node.request("/v1/events").POST(BodyPublishers.ofString("{}")))
                        .at("detail"))
                .startsWith("the request has no Content-Type");
    }

    private static String lines(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> payment(prefix + i, "card" + i, "1"))
                .collect(Collectors.joining("\n"));
    }

    private static Answer postGzip(byte[] body) {
        return node.send(node.request("/v1/events")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
