package io.tripline.alerting.model;

import java.time.Instant;

/**
 * A row of a view as it is kept: as it was published last.
 *
 * @param id the same in all revisions, on every replay and every node
 * @param revision how often it had been published before
 * @param start where its window begins
 * @param end where its window ends, which is the row's time
 * @param groupsJson the groups by name, as the text of a JSON object; missing ones are absent
 * @param columnsJson the columns by name, in the same way
 */
public record StoredRow(
        String id, String version, long revision, Instant start, Instant end, String groupsJson, String columnsJson) {}
