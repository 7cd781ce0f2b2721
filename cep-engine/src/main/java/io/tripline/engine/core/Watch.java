package io.tripline.engine.core;

/** That a rule looks at events of one type, and where it stands among all that do. */
final class Watch {

    /** The place of those that do so no more. */
    static final int GONE = -1;

    private final ActiveRule rule;
    private final TypeUse use;
    private int place = GONE;
    private WatchLayer layerOrNull;

    Watch(ActiveRule rule, TypeUse use) {
        this.rule = rule;
        this.use = use;
    }

    ActiveRule rule() {
        return rule;
    }

    TypeUse use() {
        return use;
    }

    /** Its place among all that watch the type, or {@link #GONE}. */
    int place() {
        return place;
    }

    void setPlace(int newPlace) {
        place = newPlace;
    }

    /** Whether that layer has been made with it. */
    boolean isIn(WatchLayer layer) {
        return layerOrNull == layer;
    }

    void setLayer(WatchLayer layer) {
        layerOrNull = layer;
    }
}
