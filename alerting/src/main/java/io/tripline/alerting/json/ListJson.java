package io.tripline.alerting.json;

import io.tripline.alerting.model.ListEntryPage;

/** Entries of lists as JSON. */
public final class ListJson {

    private ListJson() {}

    /** As the API prints a page. */
    public static String page(ListEntryPage page) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("entries");
            for (ListEntryPage.Entry entry : page.entries()) {
                json.writeStartObject();
                json.writeName("value");
                json.writeRawValue(entry.valueJson());
                json.writeStringProperty(
                        "until", entry.until().map(Object::toString).orElse(null));
                json.writeStringProperty("rule", entry.rule().isEmpty() ? null : entry.rule());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("next", page.next().orElse(null));
            json.writeEndObject();
        });
    }
}
