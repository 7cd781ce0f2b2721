package io.tripline.alerting.store;

import io.tripline.alerting.model.AlertState;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which alerts of some outcomes are stored already. */
final class StoredHeads {

    private static final int IDS_AT_A_TIME = 500;

    private StoredHeads() {}

    static Map<String, AlertHead> read(Handle handle, List<Outcome> outcomes) {
        Set<String> ids = new LinkedHashSet<>();
        outcomes.forEach(outcome -> alertOf(outcome).ifPresent(alert -> ids.add(alert.id())));
        List<String> all = List.copyOf(ids);
        Map<String, AlertHead> heads = new HashMap<>();
        for (int start = 0; start < all.size(); start += IDS_AT_A_TIME) {
            List<String> some = all.subList(start, Math.min(all.size(), start + IDS_AT_A_TIME));
            handle.createQuery("SELECT alert_id, first_number, last_number, revision, state FROM alert"
                            + " WHERE alert_id IN (<ids>)")
                    .bindList("ids", some)
                    .map((row, context) -> heads.put(
                            row.getString(1),
                            new AlertHead(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getInt(4),
                                    AlertState.fromWireName(row.getString(5)))))
                    .list();
        }
        return heads;
    }

    static Optional<Alert> alertOf(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            return Optional.of(fired.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            return Optional.of(amended.alert());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            return Optional.of(retracted.alert());
        }
        return Optional.empty();
    }
}
