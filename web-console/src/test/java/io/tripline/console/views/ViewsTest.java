package io.tripline.console.views;

import static io.tripline.console.node.NodeUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views over HTTP. */
class ViewsTest {

    private static final String VIEW = """
            view per_minute "Payments of each card by the minute" {
              from Payment by card, amount > 100 as large
              window tumbling 1m
              select count() as payments, sum(amount) as total
            }
            """;

    private NodeUnderTest node;

    @BeforeEach
    void start(@TempDir Path data) {
        node = NodeUnderTest.withPayments(data, "durability=process");
        node.put("views.trip", VIEW);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void pay(String id, String card, String amount, String time) {
        node.postLines("{\"type\":\"Payment\",\"id\":\"" + id + "\",\"card\":\"" + card + "\",\"amount\":" + amount
                + ",\"at\":\"2026-03-01T" + time + "Z\"}");
    }

    private Answer rows(String query, int expected) {
        String path = "/v1/views/per_minute/rows" + query;
        await(() -> node.get(path).json().path("rows").size() == expected);
        return node.get(path);
    }

    @Test
    void rowsAreThereWhenTheirMinuteHasPassedAndAreRevised() {
        pay("1", "c1", "1.50", "10:00:10");
        pay("2", "c1", "2.50", "10:00:20");
        pay("3", "c2", "900", "10:01:00");
        Answer first = rows("", 1);
        assertThat(first.at("rows/0/windowStart")).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(first.at("rows/0/windowEnd")).isEqualTo("2026-03-01T10:01:00Z");
        assertThat(first.at("rows/0/groups")).isEqualTo("{\"card\":\"c1\",\"large\":false}");
        assertThat(first.at("rows/0/columns")).isEqualTo("{\"payments\":2,\"total\":4}");
        assertThat(first.at("rows/0/revision")).isEqualTo("0");
        pay("4", "c1", "0.25", "10:00:30");
        await(() -> rows("", 1).at("rows/0/revision").equals("1"));
        Answer second = rows("", 1);
        assertThat(second.at("rows/0/columns")).isEqualTo("{\"payments\":3,\"total\":4.25}");
        assertThat(second.at("rows/0/id")).isEqualTo(first.at("rows/0/id"));
    }

    @Test
    void rowsAreFoundByTimeAndGroupPageByPage() {
        for (int minute = 10; minute < 16; minute++) {
            pay("a" + minute, "c1", "1", "10:" + minute + ":00");
            pay("b" + minute, "c2", "200", "10:" + minute + ":30");
        }
        assertThat(rows("", 10).at("rows/0/windowEnd")).isEqualTo("2026-03-01T10:15:00Z");
        rows("?group=c1", 5);
        rows("?group=c1&group=true", 0);
        rows("?group=c2&group=true", 5);
        rows("?from=2026-03-01T10:12:00Z&to=2026-03-01T10:14:00Z", 4);
        Answer page = rows("?limit=7", 7);
        Answer last = rows("?limit=7&cursor=" + page.at("next"), 3);
        assertThat(last.json().path("next").isNull()).isTrue();
    }

    @Test
    void theListSaysWhatAViewIs() {
        pay("1", "c1", "1.50", "10:00:10");
        pay("2", "c1", "1.50", "10:01:00");
        rows("", 1);
        Answer views = node.get("/v1/views");
        assertThat(views.at("views/0/name")).isEqualTo("per_minute");
        assertThat(views.at("views/0/title")).isEqualTo("Payments of each card by the minute");
        assertThat(views.at("views/0/file")).isEqualTo("views.trip");
        assertThat(views.at("views/0/source")).isEqualTo("Payment");
        assertThat(views.at("views/0/window"))
                .isEqualTo("{\"kind\":\"tumbling\",\"length\":\"1m\",\"every\":null,\"zone\":\"UTC\"}");
        assertThat(views.at("views/0/groups"))
                .isEqualTo("[{\"name\":\"card\",\"type\":\"string\"},{\"name\":\"large\",\"type\":\"bool\"}]");
        assertThat(views.at("views/0/columns"))
                .isEqualTo("[{\"name\":\"payments\",\"type\":\"int\"},{\"name\":\"total\",\"type\":\"decimal\"}]");
        assertThat(views.at("views/0/rows")).isEqualTo("1");
        assertThat(views.at("views/0/newest")).isEqualTo("2026-03-01T10:01:00Z");
        assertThat(node.get("/v1/status").at("viewWindows")).isEqualTo("3");
    }

    @Test
    void wrongQueries() {
        assertThat(node.get("/v1/views/other/rows").status()).isEqualTo(404);
        assertThat(node.get("/v1/views/per_minute/rows?from=then").status()).isEqualTo(400);
        assertThat(node.get("/v1/views/per_minute/rows?limit=0").status()).isEqualTo(400);
        assertThat(node.get("/v1/views/per_minute/rows?cursor=there").status()).isEqualTo(400);
    }
}
