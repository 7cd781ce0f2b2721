package io.tripline.dsl.service;

import java.util.List;

/** The words of the language, as people look them up. */
final class Keywords {

    static final List<Entry> DECLARATIONS = List.of(
            new Entry("event", "event Name { … }", "A type of event: its fields, and how late its events may come."),
            new Entry("rule", "rule name \"title\" { … }", "What to look for, and what to do when it has happened."),
            new Entry("view", "view name \"title\" { … }", "Rows over windows of time: counts per minute, sessions."),
            new Entry("table", "table Name key field { … }", "The newest row for each key, fed by events or by hand."),
            new Entry("list", "list name of type", "A named set of values that rules can look into and add to."),
            new Entry("let", "let name = expression", "A named expression that rules share."),
            new Entry(
                    "decision", "decision name on Event { … }", "The answer to an event: the first verdict that fits."),
            new Entry("test", "test \"title\" of rule { … }", "Events, and what is expected of them."));

    static final List<Entry> CLAUSES = List.of(
            new Entry("severity", "severity high", "How urgent alerts are: low, medium, high or critical."),
            new Entry("tags", "tags fraud, cards", "Words by which alerts are routed and found."),
            new Entry("by", "by card", "The key: the rule sees the events of one card at a time."),
            new Entry(
                    "on",
                    "on t: Event[condition]",
                    "Looks at each event of a type; `on late` at those that came late."),
            new Entry("when", "when condition", "What has to be true of the event."),
            new Entry("match", "match a: A then b: B", "Looks for events one after another."),
            new Entry("without", "without X between a and b", "No such event may come between two steps."),
            new Entry("within", "within 10m", "The longest time from the first event of a match to its last."),
            new Entry("overlapping", "overlapping", "Every start is reported once, also inside of another match."),
            new Entry("skip", "skip to last step", "Where to go on after a match."),
            new Entry("final", "final", "Waits until nothing can change the match any more."),
            new Entry("alert", "alert \"message {value}\"", "Raises an alert; values stand in braces."),
            new Entry("emit", "emit Event { field: value }", "Makes an event, which rules can match."),
            new Entry("add", "add value to list for 24h", "Puts a value into a list, for some time if that is said."),
            new Entry("remove", "remove value from list", "Takes a value out of a list."),
            new Entry("score", "score 90", "Adds points, which decisions can look at."),
            new Entry("once", "once per 1h", "After an alert the same key stays silent for so long."));

    static final List<Entry> VIEW_CLAUSES = List.of(
            new Entry(
                    "from", "from Event[condition] by field", "The events, and one row for each value of the fields."),
            new Entry("window", "window tumbling 1m", "Which events belong to one row."),
            new Entry("select", "select count() as n", "The columns of a row."),
            new Entry("having", "having condition", "Which rows there are."));

    static final List<Entry> WINDOWS = List.of(
            new Entry("tumbling", "window tumbling 1m", "One behind the other, from the full minute, hour or day."),
            new Entry("hopping", "window hopping 10m every 1m", "Overlapping ones that begin at equal distances."),
            new Entry("sliding", "window sliding 10m", "The last 10 minutes, at every event."),
            new Entry("session", "window session 30m", "Events with no longer gap between them."));

    static final List<Entry> BEHIND_STEP = List.of(
            new Entry("then", "then b: B[condition]", "The next step: the first later event that fits."),
            new Entry("immediately", "then immediately b: B", "The very next event has to fit."),
            new Entry("any", "then any b: B", "Every later event that fits, each in a match of its own."),
            new Entry("not", "then not X within 15m", "No such event may come."),
            new Entry("for", "not X for 5m then a: A", "For how long nothing may come."),
            new Entry("reluctant", "a: A+ reluctant", "As few rounds as possible."),
            new Entry("until", "a: A+ until condition", "The event that ends the repetition."));

    static final List<Entry> OPERATORS = List.of(
            new Entry("and", "a and b", "Both."),
            new Entry("or", "a or b", "At least one of them."),
            new Entry("not", "not a", "The opposite."),
            new Entry("in", "a in (1, 2)", "One of these, or of a list."),
            new Entry("between", "a between 1 and 5", "Both ends belong to it."),
            new Entry("like", "a like \"%casino%\"", "`%` stands for anything, `_` for one character."),
            new Entry("matches", "a matches \"[0-9]+\"", "A regular expression for the whole text."),
            new Entry("is", "a is missing", "Whether there is no value."));

    static final List<Entry> WINDOW_WORDS = List.of(
            new Entry("over", "over 10m", "A window: how far to look back."),
            new Entry("last", "over last 20 events", "So many events, however long ago."),
            new Entry("step", "over 30d step 1h", "Exact to an hour: cheaper for long windows."),
            new Entry("ending", "over 28d ending 7d ago", "A window that ends earlier."),
            new Entry("before", "over 10m before this", "Leaves out the current event."));

    static final List<Entry> OTHER = List.of(
            new Entry("if", "if a then b else c", "One value or another."),
            new Entry("else", "else allow", "When nothing before fits."),
            new Entry("missing", "a is missing", "There is no value."),
            new Entry("true", "true", "A bool."),
            new Entry("false", "false", "A bool."),
            new Entry("expect", "expect alert { card: \"c1\" } at 10:03", "What the events before have to lead to."),
            new Entry("late", "late after 30s", "By how much events of this type may come out of order."),
            new Entry("expire", "expire after 30d", "When what is not renewed is forgotten."),
            new Entry("every", "window hopping 10m every 1m", "How far a hopping window hops."),
            new Entry("key", "table Name key field", "Which fields tell rows apart."),
            new Entry("as", "count() as n", "The name of a column."),
            new Entry("per", "once per 1h", "For how long to be silent."));

    static final List<Entry> TYPES = List.of(
            new Entry("string", "string", "A text."),
            new Entry("int", "int", "A whole number of 64 bits."),
            new Entry("decimal", "decimal", "An exact decimal number of up to 17 digits: for money."),
            new Entry("float", "float", "A floating-point number, for measurements."),
            new Entry("bool", "bool", "`true` or `false`."),
            new Entry("timestamp", "timestamp", "A point in time."),
            new Entry("duration", "duration", "A length of time."),
            new Entry("enum", "enum(a, b)", "One of these names."),
            new Entry("ip", "ip", "An IPv4 or IPv6 address."),
            new Entry("geo", "geo", "A latitude and a longitude."),
            new Entry("list", "list of string", "Any number of values."));

    static final List<Entry> MARKS = List.of(
            new Entry("time", "@time", "This field says when the event happened."),
            new Entry("id", "@id", "A second event with the same value is a duplicate and changes nothing."));

    static final List<Entry> SEVERITIES = List.of(
            new Entry("low", "severity low", "To be looked at some time."),
            new Entry("medium", "severity medium", "What it is if nothing is said."),
            new Entry("high", "severity high", "To be looked at soon."),
            new Entry("critical", "severity critical", "To be looked at now."));

    private Keywords() {}
}
