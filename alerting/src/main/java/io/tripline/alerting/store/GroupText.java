package io.tripline.alerting.store;

import io.tripline.alerting.json.EventJson;
import io.tripline.engine.event.Event;

/** The values of a row's groups in one column, each between two separators, so that a whole value can be found. */
final class GroupText {

    private static final char SEPARATOR = '\u001F';

    private GroupText() {}

    static String of(Event row, int groups) {
        StringBuilder text = new StringBuilder().append(SEPARATOR);
        for (int group = 0; group < groups; group++) {
            if (row.has(group)) {
                text.append(value(EventJson.plainText(row.valueAt(group)))).append(SEPARATOR);
            }
        }
        return text.toString();
    }

    /** What {@code LIKE} finds a value with; {@code !} takes the next character as it is. */
    static String pattern(String value) {
        String escaped = value(value).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + SEPARATOR + escaped + SEPARATOR + "%";
    }

    private static String value(String text) {
        return StoredText.searched(text).replace(SEPARATOR, ' ');
    }
}
