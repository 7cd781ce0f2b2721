package io.tripline.console.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tripline.console.decode.DurationText;
import io.tripline.console.decode.InvalidEventException;
import io.tripline.console.decode.TimestampText;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.engine.backtest.BacktestRange;
import io.tripline.engine.backtest.BacktestRequest;
import io.tripline.engine.backtest.LabelSource;
import io.tripline.engine.backtest.RuleSource;
import io.tripline.engine.event.Nanos;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client asks for. What it leaves out is empty.
 *
 * @param files rule files in place of those of the same names; with {@code complete} they are the whole rule set
 * @param revision a rule set that was in force; 0 for none
 * @param asItWas the rules as they changed
 * @param against {@code live}, {@code as-it-was}, the number of a revision, or that there is nothing to compare with
 * @param rules names of the rules whose alerts count
 * @param from first instant at which events were taken in
 * @param to and the one before which they were
 * @param fromSequence 0 for the first
 * @param throughSequence 0 for the last
 * @param zone where days are counted
 * @param labels none without them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BacktestBody(
        List<FileBody> files,
        boolean complete,
        long revision,
        boolean asItWas,
        String against,
        List<String> rules,
        String from,
        String to,
        long fromSequence,
        long throughSequence,
        String zone,
        Optional<LabelBody> labels) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** A rule file. */
    public record FileBody(String name, String text) {}

    /**
     * Where labels are.
     *
     * @param type of the events that are labels
     * @param field of theirs that says what is labelled
     * @param names {@code event} or {@code key}
     * @param of type of the events that are labelled; empty for any
     * @param whenField only labels with a value in this field; empty for all
     * @param equals that value
     * @param delay how late a label may come
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record LabelBody(
            String type, String field, String names, String of, String whenField, String equals, String delay) {
        public LabelBody {
            type = orEmpty(type);
            field = orEmpty(field);
            names = names == null ? "event" : names;
            of = orEmpty(of);
            whenField = orEmpty(whenField);
            equals = orEmpty(equals);
            delay = delay == null || delay.isEmpty() ? "0s" : delay;
        }
    }

    public BacktestBody {
        files = files == null ? List.of() : List.copyOf(files);
        against = against == null || against.isEmpty() ? "live" : against;
        rules = rules == null ? List.of() : List.copyOf(rules);
        from = orEmpty(from);
        to = orEmpty(to);
        zone = zone == null || zone.isEmpty() ? "UTC" : zone;
        labels = labels == null ? Optional.empty() : labels;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** @throws IllegalArgumentException when the text is not what a client may ask for */
    static BacktestBody of(String json) {
        try {
            return JSON.readValue(json, BacktestBody.class);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(
                    "a backtest has no `" + e.getPropertyName() + "`; "
                            + DidYouMean.hint(e.getPropertyName(), known)
                                    .orElse("there are " + String.join(", ", known)),
                    e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the body cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** The same without the texts of its files. */
    BacktestBody withoutTexts() {
        return new BacktestBody(
                files.stream().map(file -> new FileBody(file.name(), "")).toList(),
                complete,
                revision,
                asItWas,
                against,
                rules,
                from,
                to,
                fromSequence,
                throughSequence,
                zone,
                labels);
    }

    /** @throws IllegalArgumentException when something in it cannot be */
    public BacktestRequest request() {
        return new BacktestRequest(
                candidate(), compared(), rules, range(), readZone(), labels.map(BacktestBody::label));
    }

    private RuleSource candidate() {
        int ways = (files.isEmpty() ? 0 : 1) + (revision == 0 ? 0 : 1) + (asItWas ? 1 : 0);
        if (ways > 1) {
            throw new IllegalArgumentException("say one of `files`, `revision` and `asItWas`");
        } else if (asItWas) {
            return new RuleSource.AsItWas();
        } else if (revision != 0) {
            return new RuleSource.Revision(revision);
        } else if (files.isEmpty()) {
            return new RuleSource.InForce();
        }
        List<SourceFile> sources = files.stream()
                .map(file -> new SourceFile(orEmpty(file.name()), orEmpty(file.text())))
                .toList();
        return complete ? new RuleSource.Files(sources) : new RuleSource.Changed(sources);
    }

    private Optional<RuleSource> compared() {
        return switch (against) {
            case "none" -> Optional.empty();
            case "live" -> Optional.of(new RuleSource.InForce());
            case "as-it-was" -> Optional.of(new RuleSource.AsItWas());
            default -> Optional.of(new RuleSource.Revision(number(against)));
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "`against` is live, none, as-it-was or the number of a revision, not '" + text + "'", e);
        }
    }

    private BacktestRange range() {
        if (from.isEmpty() && to.isEmpty()) {
            return new BacktestRange.Sequences(
                    Math.max(1, fromSequence), throughSequence == 0 ? Long.MAX_VALUE : throughSequence);
        } else if (fromSequence != 0 || throughSequence != 0) {
            throw new IllegalArgumentException("say the range in times or in sequences, not in both");
        }
        return new BacktestRange.TakenIn(
                from.isEmpty() ? Instant.EPOCH : time("from", from),
                to.isEmpty() ? BacktestRange.LATEST : time("to", to));
    }

    private static Instant time(String member, String text) {
        try {
            return Nanos.toInstant(TimestampText.withOffset(text));
        } catch (InvalidEventException e) {
            throw new IllegalArgumentException("`" + member + "`: " + e.getMessage(), e);
        }
    }

    private ZoneId readZone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "there is no time zone '" + zone + "'; write one such as Europe/Berlin", e);
        }
    }

    private static LabelSource label(LabelBody body) {
        LabelSource.Target target =
                switch (body.names()) {
                    case "event" ->
                        new LabelSource.Target.MatchedEvent(
                                body.of().isEmpty() ? Optional.empty() : Optional.of(body.of()));
                    case "key" -> new LabelSource.Target.AlertKey();
                    default ->
                        throw new IllegalArgumentException(
                                "labels name an `event` or a `key`, not '" + body.names() + "'");
                };
        Optional<LabelSource.FieldValue> only = body.whenField().isEmpty()
                ? Optional.empty()
                : Optional.of(new LabelSource.FieldValue(body.whenField(), body.equals()));
        return new LabelSource(body.type(), body.field(), target, only, delay(body.delay()));
    }

    private static long delay(String text) {
        try {
            return DurationText.nanos(text);
        } catch (InvalidEventException e) {
            throw new IllegalArgumentException("`delay`: " + e.getMessage(), e);
        }
    }
}
