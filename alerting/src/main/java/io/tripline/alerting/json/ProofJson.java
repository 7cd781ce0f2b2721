package io.tripline.alerting.json;

import io.tripline.alerting.model.AlertState;
import io.tripline.alerting.model.StoredAlert;
import io.tripline.engine.core.Alert;
import io.tripline.engine.explain.AlertProof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The proof of an alert as the API prints it. */
public final class ProofJson {

    private ProofJson() {}

    /**
     * {@code {"id", "proved", "same", "digest", "storedDigest", "raisedBySequence", …, "alert": {…}}}. {@code same} says
     * whether what the journal gives is what is kept, byte for byte; it is absent where nothing was kept to compare with.
     */
    public static String of(String id, Optional<AlertProof> proof, Optional<StoredAlert> stored) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            json.writeBooleanProperty("proved", proof.isPresent());
            stored.ifPresent(kept -> {
                Optional<String> given = proof.map(ProofJson::content);
                json.writeBooleanProperty("same", given.equals(Optional.of(content(kept))));
                json.writeStringProperty("storedDigest", digest(content(kept)));
            });
            proof.ifPresent(found -> write(json, found));
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, AlertProof proof) {
        json.writeStringProperty("digest", digest(content(proof)));
        json.writeNumberProperty("raisedBySequence", proof.raisedBySequence());
        json.writeNumberProperty("revision", proof.revision());
        json.writeNumberProperty("amended", proof.amended());
        if (proof.retractedBySequence().isPresent()) {
            json.writeNumberProperty(
                    "retractedBySequence", proof.retractedBySequence().getAsLong());
        } else {
            json.writeNullProperty("retractedBySequence");
        }
        json.writeNumberProperty("events", proof.events());
        json.writeName("alert");
        json.writeRawValue(content(proof));
    }

    /** Equal for what is equal in everything that the engine says of an alert. */
    private static String content(AlertProof proof) {
        Alert alert = proof.alert();
        AlertState state = proof.retractedBySequence().isPresent() ? AlertState.RETRACTED : AlertState.FIRING;
        return content(
                alert.rule(),
                alert.title(),
                alert.version(),
                JsonText.wireName(alert.severity()),
                EventJson.key(alert.key()),
                EventJson.time(alert.atNanos()),
                state,
                alert.message(),
                EventJson.matched(alert.matched()));
    }

    private static String content(StoredAlert alert) {
        return content(
                alert.rule(),
                alert.title(),
                alert.version(),
                JsonText.wireName(alert.severity()),
                alert.keyJson(),
                alert.at().toString(),
                alert.state(),
                alert.message(),
                alert.matchedJson());
    }

    private static String content(
            String rule,
            String title,
            String version,
            String severity,
            String keyJson,
            String at,
            AlertState state,
            String message,
            String matchedJson) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("rule", rule);
            json.writeStringProperty("title", title);
            json.writeStringProperty("version", version);
            json.writeStringProperty("severity", severity);
            json.writeName("key");
            json.writeRawValue(keyJson);
            json.writeStringProperty("at", at);
            json.writeStringProperty("state", state.wireName());
            json.writeStringProperty("message", message);
            json.writeName("matched");
            json.writeRawValue(matchedJson);
            json.writeEndObject();
        });
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
