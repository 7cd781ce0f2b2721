package io.tripline.alerting.json;

import io.tripline.alerting.model.RowPage;
import io.tripline.alerting.model.StoredRow;
import io.tripline.engine.view.Row;
import tools.jackson.core.JsonGenerator;

/** Rows of views as JSON. */
public final class RowJson {

    /** What every row has behind its groups and columns: where its window begins and ends, its revision and its id. */
    private static final int OWN_FIELDS = 4;

    private RowJson() {}

    /** The groups that are not missing, by name, as the text of a JSON object. */
    public static String groups(Row row) {
        return JsonText.of(json -> writeGroups(json, row));
    }

    /** The columns that are not missing, by name, as the text of a JSON object. */
    public static String columns(Row row) {
        return JsonText.of(json -> writeColumns(json, row));
    }

    /** As the API prints a list. */
    public static String page(RowPage page) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("rows");
            page.rows().forEach(row -> writeStored(json, row));
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeStringProperty("next", page.next().get());
            } else {
                json.writeNullProperty("next");
            }
            json.writeEndObject();
        });
    }

    /** The properties of a row. */
    static void write(JsonGenerator json, Row row) {
        json.writeStringProperty("id", row.id());
        json.writeStringProperty("view", row.view());
        json.writeStringProperty("version", row.version());
        json.writeNumberProperty("revision", row.revision());
        json.writeStringProperty("windowStart", EventJson.time(row.startNanos()));
        json.writeStringProperty("windowEnd", EventJson.time(row.endNanos()));
        json.writeName("groups");
        writeGroups(json, row);
        json.writeName("columns");
        writeColumns(json, row);
    }

    private static void writeStored(JsonGenerator json, StoredRow row) {
        json.writeStartObject();
        json.writeStringProperty("id", row.id());
        json.writeStringProperty("version", row.version());
        json.writeNumberProperty("revision", row.revision());
        json.writeStringProperty("windowStart", row.start().toString());
        json.writeStringProperty("windowEnd", row.end().toString());
        json.writeName("groups");
        json.writeRawValue(row.groupsJson());
        json.writeName("columns");
        json.writeRawValue(row.columnsJson());
        json.writeEndObject();
    }

    private static void writeGroups(JsonGenerator json, Row row) {
        EventJson.writeFields(json, row.values(), 0, row.groups());
    }

    private static void writeColumns(JsonGenerator json, Row row) {
        int fields = row.values().layout().schema().fields().size();
        EventJson.writeFields(json, row.values(), row.groups(), fields - OWN_FIELDS);
    }
}
