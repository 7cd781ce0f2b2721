package io.tripline.console.alerts;

import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts over HTTP. */
class AlertsTest {

    private NodeUnderTest node;

    @BeforeEach
    void start(@TempDir Path data) {
        node = NodeUnderTest.withPayments(data, "durability=process", "alerts.max-streams=2");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void newestFirstAndPageByPage() {
        raise("c1", "c2", "c3");
        Answer first = node.get("/v1/alerts?limit=2");
        assertThat(first.at("alerts/0/message")).isEqualTo("Card c3: 900");
        assertThat(first.at("alerts/0/severity")).isEqualTo("high");
        assertThat(first.at("alerts/0/matched"))
                .isEqualTo("[{\"step\":\"p\",\"events\":[{\"type\":\"Payment\",\"id\":\"c3\","
                        + "\"at\":\"2026-03-01T10:00:00Z\"}]}]");
        Answer second = node.get("/v1/alerts?limit=2&cursor=" + first.at("next"));
        assertThat(second.at("alerts/0/message")).isEqualTo("Card c1: 900");
        assertThat(node.get("/v1/alerts?key=c2").json().path("alerts").size()).isEqualTo(1);
        assertThat(node.get("/v1/alerts?rule=other").json().path("alerts").size())
                .isZero();
        assertThat(node.get("/v1/alerts?severity=high&state=firing")
                        .json()
                        .path("alerts")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void theJournalProvesAnAlert() {
        raise("c1", "c2");
        String id = node.get("/v1/alerts").at("alerts/0/id");
        Answer proof = node.get("/v1/alerts/" + id + "/proof");
        assertThat(proof.at("proved")).isEqualTo("true");
        assertThat(proof.at("same")).as(proof.body()).isEqualTo("true");
        assertThat(proof.at("digest")).isEqualTo(proof.at("storedDigest"));
        assertThat(proof.at("alert/matched"))
                .isEqualTo(node.get("/v1/alerts/" + id).at("matched"));
        assertThat(node.get("/v1/alerts/nothing/proof").status()).isEqualTo(404);
    }

    @Test
    void oneInFull() {
        raise("c1");
        String id = node.get("/v1/alerts").at("alerts/0/id");
        Answer one = node.get("/v1/alerts/" + id);
        assertThat(one.at("matched/0/events/0/fields/amount")).isEqualTo("900");
        assertThat(one.at("deliveries")).isEqualTo("[]");
        assertThat(node.get("/v1/alerts/nothing").status()).isEqualTo(404);
    }

    @Test
    void wrongQueries() {
        assertThat(node.get("/v1/alerts?limit=0").at("detail")).isEqualTo("the limit 0 is not between 1 and 500");
        assertThat(node.get("/v1/alerts?limit=many").status()).isEqualTo(400);
        assertThat(node.get("/v1/alerts?severity=hot").status()).isEqualTo(400);
        assertThat(node.get("/v1/alerts?state=gone").status()).isEqualTo(400);
        assertThat(node.get("/v1/alerts?cursor=there").status()).isEqualTo(400);
        assertThat(node.get("/v1/alerts/stream?after=then").status()).isEqualTo(400);
    }

    @Test
    void aStreamGoesOnWhereItWasCut() throws Exception {
        raise("c1", "c2");
        try (Stream stream = new Stream("/v1/alerts/stream?after=0")) {
            assertThat(stream.next()).isEqualTo("1 Card c1: 900");
            assertThat(stream.next()).isEqualTo("2 Card c2: 900");
            raise("c3");
            assertThat(stream.next()).isEqualTo("3 Card c3: 900");
        }
        raise("c4");
        try (Stream resumed = new Stream("/v1/alerts/stream", "Last-Event-ID", "3")) {
            assertThat(resumed.next()).isEqualTo("4 Card c4: 900");
        }
    }

    @Test
    void aStreamBeginsWithWhatComesNext() throws Exception {
        raise("c1");
        try (Stream stream = new Stream("/v1/alerts/stream")) {
            raise("c2");
            assertThat(stream.next()).isEqualTo("2 Card c2: 900");
        }
    }

    @Test
    void onlySoManyMayFollow() throws Exception {
        try (Stream one = new Stream("/v1/alerts/stream");
                Stream two = new Stream("/v1/alerts/stream")) {
            Answer third = node.get("/v1/alerts/stream");
            assertThat(third.status()).isEqualTo(503);
            assertThat(third.headers()).containsKey("Retry-After");
            assertThat(List.of(one.status(), two.status())).containsExactly(200, 200);
        }
    }

    private void raise(String... cards) {
        int before = node.alerts();
        List<String> lines = new ArrayList<>();
        for (String card : cards) {
            lines.add(payment(card, card, "900"));
        }
        node.postLines(lines.toArray(String[]::new));
        NodeUnderTest.await(() -> node.alerts() == before + cards.length);
    }

    /** Reads server-sent events. */
    private final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Stream(String path, String... headers) throws IOException, InterruptedException {
            response = node.http()
                    .send(NodeUnderTest.headers(node.request(path), headers).build(), BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            // The stream has begun when its first comment is there; what happens from now on must be in it.
            assertThat(lines.readLine()).startsWith("retry:");
        }

        int status() {
            return response.statusCode();
        }

        /** The next event as its id and the alert's message. */
        String next() throws IOException {
            String id = "";
            String line = lines.readLine();
            while (!line.startsWith("data: ")) {
                id = line.startsWith("id: ") ? line.substring(4) : id;
                line = lines.readLine();
            }
            return id + " " + line.replaceAll(".*\"message\":\"([^\"]*)\".*", "$1");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
