package io.tripline.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.value.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After every input the rows that stand are those that are found by looking at all events so far, in the order of their
 * times. Streams are random: out of order, with events of one time, several sources, ticks of the clock.
 */
class RandomViewTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int LATE_AFTER = 12;
    private static final String SELECT = " select count() as n, sum(v) as sum, min(v) as min, first(v) as first,"
            + " last(v) as last, median(v) as median, top(v, 2) as top, distinct(v) as different";

    private record Sent(long place, long time, String group, Long value) {}

    private record Expected(String group, long start, long end, List<Sent> events) {}

    /** Finds the windows among all events of a group, in the order of time; all of those that time has passed. */
    private interface Cutting {
        Stream<Expected> cut(String group, List<Sent> events, long passed);
    }

    private record Kind(String window, Cutting cutting) {
        @Override
        public String toString() {
            return window;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("tumbling 10s", (group, events, passed) -> hops(group, events, passed, 10, 10)),
                new Kind("hopping 12s every 3s", (group, events, passed) -> hops(group, events, passed, 12, 3)),
                new Kind("sliding 7s", (group, events, passed) -> slides(group, events, 7)),
                new Kind("session 4s", (group, events, passed) -> sessions(group, events, passed, 4)));
    }

    private static Stream<Expected> hops(String group, List<Sent> events, long passed, int length, int every) {
        return events.stream()
                .flatMap(event -> Stream.iterate(
                                Math.floorDiv(event.time, every) * every,
                                start -> start > event.time - length,
                                start -> start - every)
                        .map(start -> start))
                .distinct()
                .filter(start -> start + length <= passed)
                .map(start -> new Expected(
                        group,
                        start,
                        start + length,
                        events.stream()
                                .filter(event -> event.time >= start && event.time < start + length)
                                .toList()));
    }

    private static Stream<Expected> slides(String group, List<Sent> events, int length) {
        return events.stream()
                .map(last -> new Expected(
                        group,
                        last.time - length,
                        last.time,
                        events.subList(0, events.indexOf(last) + 1).stream()
                                .filter(event -> event.time >= last.time - length)
                                .toList()));
    }

    private static Stream<Expected> sessions(String group, List<Sent> events, long passed, int gap) {
        List<List<Sent>> sessions = new ArrayList<>();
        for (Sent event : events) {
            List<Sent> last = sessions.isEmpty() ? List.of() : sessions.get(sessions.size() - 1);
            if (last.isEmpty() || event.time - last.get(last.size() - 1).time > gap) {
                last = new ArrayList<>();
                sessions.add(last);
            }
            last.add(event);
        }
        return sessions.stream()
                .map(session ->
                        new Expected(group, session.get(0).time, session.get(session.size() - 1).time + gap, session))
                .filter(session -> session.end < passed);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatStandsIsWhatAllEventsSoFarGive(Kind kind) {
        for (long seed = 1; seed <= 60; seed++) {
            run(kind, new SplittableRandom(seed), "seed " + seed + ", " + kind);
        }
    }

    private static void run(Kind kind, SplittableRandom random, String description) {
        ViewDriver view = ViewDriver.late(LATE_AFTER + "s", " by k window " + kind.window + SELECT);
        TreeMap<String, Row> standing = new TreeMap<>();
        TreeMap<String, Long> revisions = new TreeMap<>();
        List<Sent> sent = new ArrayList<>();
        long[] highest = {Long.MIN_VALUE, Long.MIN_VALUE};
        long time = 100;
        for (int i = 0; i < 120; i++) {
            time += random.nextInt(random.nextInt(8) == 0 ? 20 : 3);
            List<RowChange> changes;
            if (random.nextInt(15) == 0) {
                changes = view.sendOne("tick", null, null, (time - random.nextInt(3)) * SECOND, 0);
            } else {
                int source = random.nextInt(10) == 0 ? 1 : 0;
                long at = time - (random.nextInt(3) == 0 ? random.nextInt(LATE_AFTER + 3) : 0);
                String group = random.nextInt(6) == 0 ? null : "" + (char) ('a' + random.nextInt(2));
                Long value = random.nextInt(6) == 0 ? null : (long) random.nextInt(5);
                // What a source may still send, and where one that joins begins.
                long lowest = highest[1 - source] == Long.MIN_VALUE
                        ? highest[source]
                        : highest[source] == Long.MIN_VALUE ? highest[1 - source] : highest[source];
                if (lowest == Long.MIN_VALUE || at >= lowest - LATE_AFTER) {
                    sent.add(new Sent(i, at, group, value));
                    highest[source] = Math.max(lowest, at);
                }
                changes =
                        view.sendOne("A", value == null ? null : BigDecimal.valueOf(value), group, at * SECOND, source);
            }
            for (RowChange change : changes) {
                Row row = change.row();
                if (change instanceof RowChange.Published) {
                    assertThat(row.revision())
                            .as(description)
                            .isEqualTo(revisions.merge(row.id(), 0L, (before, zero) -> before + 1));
                    standing.put(row.id(), row);
                } else {
                    assertThat(standing.remove(row.id())).as(description).hasToString(row.toString());
                }
            }
            assertThat(standing.values().stream().map(RandomViewTest::line).sorted())
                    .as("%s, input %d: %s", description, i, sent)
                    .isEqualTo(expected(kind, sent, view.time().passedNanos()));
        }
    }

    private static String line(Row row) {
        String line = ViewDriver.line(new RowChange.Published(row, Optional.empty()));
        return line.substring(2, line.indexOf(" #"));
    }

    private static List<String> expected(Kind kind, List<Sent> sent, long passedNanos) {
        long passed = passedNanos == Long.MIN_VALUE ? passedNanos : passedNanos / SECOND;
        Map<String, List<Sent>> groups = sent.stream()
                .sorted(Comparator.comparingLong(Sent::time).thenComparingLong(Sent::place))
                .collect(
                        Collectors.groupingBy(event -> String.valueOf(event.group), TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .flatMap(group -> kind.cutting.cut(group.getKey(), group.getValue(), passed))
                .map(RandomViewTest::line)
                .sorted()
                .toList();
    }

    private static String line(Expected row) {
        List<Long> values =
                row.events.stream().map(Sent::value).filter(Objects::nonNull).toList();
        List<Long> sorted = values.stream().sorted().toList();
        Map<Long, Long> counts = values.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<Long> top = counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(Map.Entry::getKey)
                .toList();
        StringBuilder line = new StringBuilder();
        line.append(row.group.equals("null") ? "" : "k=" + row.group + " ");
        line.append("n=").append(row.events.size());
        line.append(" sum=").append(values.stream().mapToLong(value -> value).sum());
        if (!values.isEmpty()) {
            line.append(" min=").append(sorted.get(0));
            line.append(" first=").append(values.get(0));
            line.append(" last=").append(values.get(values.size() - 1));
            line.append(" median=").append(sorted.get((sorted.size() + 1) / 2 - 1));
        }
        line.append(" top=").append(ValueText.of(top));
        line.append(" different=").append(counts.size());
        return line + " " + row.start + ".." + row.end;
    }
}
