package io.tripline.console.lists;

import static io.tripline.console.node.NodeUnderTest.await;
import static io.tripline.console.node.NodeUnderTest.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and tables over HTTP. */
class ListsTest {

    private static final String RULES = """
            list blocked of string expire after 30d
            list sizes of decimal
            table Holder key card { card string  limit decimal  tier enum(basic, gold)? }
            rule known {
              by card
              on p: Payment
              when card in blocked or amount in sizes or amount > Holder[card].limit
              alert "{card} {amount}"
            }
            """;

    private NodeUnderTest node;

    @BeforeEach
    void start(@TempDir Path data) {
        node = NodeUnderTest.withPayments(data, "durability=process");
        assertThat(node.put("lists.trip", RULES).status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private Answer add(String list, String body) {
        return node.post("/v1/lists/" + list + "/entries", "application/json", body);
    }

    private Answer putRows(String body) {
        return node.send(node.request("/v1/tables/Holder/rows")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private Answer delete(String path) {
        return node.send(node.request(path).DELETE());
    }

    private void awaitAlerts(int count) {
        await(() -> node.get("/v1/alerts?rule=known").json().path("alerts").size() == count);
    }

    @Test
    void whatIsPutOnAListCountsFromThenOnAndCanBeReadAndTakenOff() {
        node.postLines(payment("1", "c1", "5"));
        Answer added = add("blocked", "[{\"value\": \"c1\", \"for\": \"1h\"}, {\"value\": \"c2\"}]");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.at("count")).isEqualTo("2");
        node.postLines(payment("2", "c1", "5"));
        awaitAlerts(1);
        await(() -> node.get("/v1/lists/blocked/entries").json().path("entries").size() == 2);
        Answer entries = node.get("/v1/lists/blocked/entries?limit=1");
        assertThat(entries.at("entries/0/value")).isEqualTo("c1");
        assertThat(entries.at("next")).isEqualTo("c1");
        assertThat(node.get("/v1/lists/blocked/entries?cursor=c1").at("entries/0/value"))
                .isEqualTo("c2");
        Answer lists = node.get("/v1/lists");
        assertThat(lists.at("lists/0")).contains("\"name\":\"blocked\"", "\"expires\":\"30d\"", "\"entries\":2");
        assertThat(delete("/v1/lists/blocked/entries?value=c1&value=c2").status())
                .isEqualTo(200);
        node.postLines(payment("3", "c1", "5"), payment("4", "c3", "9"));
        await(() -> node.get("/v1/lists/blocked/entries").json().path("entries").isEmpty());
        assertThat(add("sizes", "{\"value\": 9.0}").status()).isEqualTo(200);
        node.postLines(payment("5", "c3", "9"));
        awaitAlerts(2);
    }

    @Test
    void rowsAreWrittenAndTakenAway() {
        assertThat(putRows("{\"card\": \"c1\", \"limit\": 10.5, \"tier\": \"gold\"}")
                        .status())
                .isEqualTo(200);
        node.postLines(payment("1", "c1", "11"));
        awaitAlerts(1);
        assertThat(delete("/v1/tables/Holder/rows?key=c1").status()).isEqualTo(200);
        node.postLines(payment("2", "c1", "11"), payment("3", "c1", "12"));
        assertThat(node.get("/v1/tables").at("tables/0/key")).isEqualTo("[\"card\"]");
        assertThat(putRows("[{\"card\": \"c1\", \"limit\": 1}]").status()).isEqualTo(200);
        node.postLines(payment("4", "c1", "11"));
        awaitAlerts(2);
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndChangesNothing() {
        Answer wrong = add("blocked", "[{\"value\": \"c1\"}, {\"value\": 7}, {\"value\": \"c2\", \"until\": 1}]");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("/1/value", "7 is a number, not a string", "/2/until", "2 of 3 objects are wrong");
        assertThat(putRows("{\"card\": \"c1\"}").body()).contains("limit");
        assertThat(putRows("{\"card\": \"c1\", \"limit\": 1, \"tier\": \"gild\"}")
                        .body())
                .contains("gold");
        assertThat(putRows("7").status()).isEqualTo(400);
        assertThat(putRows("{").status()).isEqualTo(400);
        assertThat(add("blokked", "{\"value\": \"c1\"}").status()).isEqualTo(404);
        assertThat(delete("/v1/lists/sizes/entries?value=many").status()).isEqualTo(400);
        assertThat(delete("/v1/tables/Holder/rows?key=a&key=b").status()).isEqualTo(400);
        assertThat(node.get("/v1/lists/blocked/entries").json().path("entries").isEmpty())
                .isTrue();
    }
}
