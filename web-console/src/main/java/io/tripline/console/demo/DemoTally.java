package io.tripline.console.demo;

import io.tripline.examples.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether every attack was answered with exactly one verified webhook, and nothing else was.
 *
 * @param attacks how many there were
 * @param faults what was missing, too much, or not verified; empty when all is as it should be
 */
public record DemoTally(int attacks, List<String> faults) {

    public DemoTally {
        faults = List.copyOf(faults);
    }

    /** Compares what was done with what came; an attack's alert is known by its rule and its key. */
    static DemoTally of(List<Attack> attacks, List<ReceivedWebhook> received) {
        TreeMap<String, Integer> missing = new TreeMap<>();
        attacks.forEach(attack -> missing.merge(nameOf(attack), 1, Integer::sum));
        List<String> faults = new ArrayList<>();
        for (ReceivedWebhook webhook : received) {
            String name = webhook.rule() + " " + webhook.keyJson();
            if (!webhook.verified()) {
                faults.add("not verified: " + name);
            } else if (!webhook.event().equals("alert.firing")) {
                faults.add("unexpected " + webhook.event() + ": " + name);
            } else if (missing.containsKey(name)) {
                missing.merge(name, -1, Integer::sum);
                missing.remove(name, 0);
            } else {
                faults.add("too much: " + name);
            }
        }
        missing.forEach((name, count) -> faults.add("missing: " + name));
        return new DemoTally(attacks.size(), faults);
    }

    private static String nameOf(Attack attack) {
        return attack.rule() + " {\"" + attack.kind().keyName() + "\":\"" + attack.key() + "\"}";
    }
}
