package io.tripline.examples;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A bank's payments with attacks in them, event by event in the order of their times; each is made when it is asked for,
 * so a stream may be as long as one likes. The pace at which events are handed on is the caller's.
 *
 * <p>Not safe for use by several threads.
 */
public final class PaymentStream implements Iterator<PaymentEvent> {

    private static final int INITIAL_CUSTOMERS = 2_000;

    /** An attack is not begun so late that it could outlast the stream. */
    private static final Duration LONGEST_ATTACK = Duration.ofMinutes(30);

    private final PaymentStreamOptions options;
    private final EventIds ids;
    private final Population population;
    private final Attacks attackWriter;
    private final Draw ordinaryPace;
    private final Draw attackPace;
    private final Draw nearMissPace;
    private final Draw choices;

    private final PriorityQueue<Planned> planned = new PriorityQueue<>(
            Comparator.comparing((Planned p) -> p.event().at()).thenComparing(Planned::number));
    private final PriorityQueue<Attack> running = new PriorityQueue<>(Comparator.comparing(Attack::lastAt));
    private final List<Attack> over = new ArrayList<>();

    private Instant nextOrdinary;
    private Instant nextAttack;
    private Instant nextNearMiss;
    private int attackTurn;
    private int nearMissTurn;
    private long plannedCount;

    /** Events of one time keep the order in which they were planned. */
    private record Planned(PaymentEvent event, long number) {}

    public PaymentStream(PaymentStreamOptions options) {
        this.options = options;
        this.ids = new EventIds(options.start());
        this.population = new Population(options.seed(), INITIAL_CUSTOMERS);
        this.attackWriter = new Attacks(options.longestAttack());
        Draw draw = new Draw(new SplittableRandom(options.seed()));
        this.ordinaryPace = draw.split();
        this.attackPace = draw.split();
        this.nearMissPace = draw.split();
        this.choices = draw.split();
        this.nextOrdinary = afterOrdinary(options.start());
        this.nextAttack = firstOf(attackPace, options.attacksPerHour());
        this.nextNearMiss = firstOf(nearMissPace, options.nearMissesPerHour());
    }

    /** The attacks whose last event has been handed out, in the order in which they ended. */
    public List<Attack> attacks() {
        return Collections.unmodifiableList(over);
    }

    @Override
    public boolean hasNext() {
        plan();
        return !planned.isEmpty();
    }

    @Override
    public PaymentEvent next() {
        plan();
        if (planned.isEmpty()) {
            throw new NoSuchElementException("the stream is over");
        }
        PaymentEvent event = planned.poll().event();
        // An attack is over once no event as early as its last one is left to come.
        while (!running.isEmpty() && isOver(running.peek())) {
            over.add(running.poll());
        }
        return event;
    }

    private boolean isOver(Attack attack) {
        return planned.isEmpty() || planned.peek().event().at().isAfter(attack.lastAt());
    }

    /** Writes episodes until none that is still to begin could come before the next planned event. */
    private void plan() {
        while (true) {
            Instant next = earliest(nextOrdinary, earliest(nextAttack, nextNearMiss));
            if (!next.isBefore(options.end())
                    || !planned.isEmpty() && planned.peek().event().at().isBefore(next)) {
                return;
            }
            if (next.equals(nextAttack)) {
                beginAttack();
            } else if (next.equals(nextNearMiss)) {
                int turn = nearMissTurn++;
                begin(nextNearMiss, (writer, at) -> NearMisses.write(turn, writer, at));
                nextNearMiss = nextNearMiss.plus(nearMissPace.evenlyUntilNext(options.nearMissesPerHour()));
            } else {
                begin(nextOrdinary, OrdinaryLife::write);
                nextOrdinary = afterOrdinary(nextOrdinary);
            }
        }
    }

    private void beginAttack() {
        AttackKind[] kinds = AttackKind.values();
        AttackKind kind = kinds[attackTurn++ % kinds.length];
        Duration longest = earliest(LONGEST_ATTACK, options.longestAttack());
        if (nextAttack.plus(longest).isBefore(options.end())) {
            begin(nextAttack, (writer, at) -> attackWriter.write(kind, writer, at));
        }
        nextAttack = nextAttack.plus(attackPace.evenlyUntilNext(options.attacksPerHour()));
    }

    private interface EpisodeKind {
        Episode write(EpisodeWriter writer, Instant start);
    }

    private void begin(Instant start, EpisodeKind kind) {
        int number = population.pick(choices, start);
        EpisodeWriter writer = new EpisodeWriter(population.customer(number), choices.split(), ids);
        Episode episode = kind.write(writer, start);
        population.restAfter(number, episode.endsAt());
        for (PaymentEvent event : episode.events()) {
            // What the end cuts off an episode makes no match of it: no rule here waits for something not to come.
            if (event.at().isBefore(options.end())) {
                planned.add(new Planned(event, plannedCount++));
            }
        }
        episode.attack().ifPresent(running::add);
    }

    /** Thins out a steady pace, that of the busiest hour, to the rhythm of the day. */
    private Instant afterOrdinary(Instant previous) {
        double average = options.eventsPerHour() / OrdinaryLife.EVENTS_PER_EPISODE;
        if (!options.dailyRhythm()) {
            return after(previous, ordinaryPace.untilNext(average));
        }
        Instant next = previous;
        do {
            next = after(next, ordinaryPace.untilNext(average * OrdinaryLife.BUSIEST));
        } while (next.isBefore(options.end())
                && !ordinaryPace.chance(OrdinaryLife.rhythm(next) / OrdinaryLife.BUSIEST));
        return next;
    }

    private Instant firstOf(Draw pace, double perHour) {
        return after(
                options.start(), Duration.ofMillis(pace.evenlyUntilNext(perHour).toMillis() / 2));
    }

    /** Stays near the end, beyond which nothing comes anyway, lest a rate of 0 leads out of the calendar. */
    private Instant after(Instant previous, Duration pause) {
        Instant end = options.end();
        return pause.compareTo(Duration.between(previous, end)) >= 0 ? end : previous.plus(pause);
    }

    private static <T extends Comparable<T>> T earliest(T a, T b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
