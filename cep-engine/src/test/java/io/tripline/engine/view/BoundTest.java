package io.tripline.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A view keeps no more than it may: what must go, goes in a defined way and is counted. */
class BoundTest {

    @Test
    void anEventThatWouldBeginAGroupTooManyIsLeftOut() {
        ViewDriver view = ViewDriver.limited(2, "0s", " by k window tumbling 10s select count() as n");
        assertThat(view.send("A/x@1 A/y@2 A/z@3 A/x@4 B@10"))
                .containsExactly("+ k=x n=2 0..10 #0", "+ k=y n=1 0..10 #0");
        assertThat(view.runner().leftOut()).isEqualTo(1);
        assertThat(view.send("A/z@11 B@20")).containsExactly("+ k=z n=1 10..20 #0");
    }

    @Test
    void whatIsKeptForLateEventsOnlyGoesFirst() {
        ViewDriver view = ViewDriver.limited(4, "100s", " by k window tumbling 10s select count() as n");
        view.send("A/x@1 A/y@2 A/z@12");
        assertThat(view.runner().held()).isEqualTo(1);
        view.send("A/w@13");
        // The first window had to go: what comes for it now is left out.
        assertThat(view.send("A/x@5")).isEmpty();
        assertThat(view.runner().leftOut()).isEqualTo(1);
        assertThat(view.send("B@20")).containsExactly("+ k=w n=1 10..20 #0", "+ k=z n=1 10..20 #0");
        assertThat(view.send("A/w@14")).containsExactly("+ k=w n=2 10..20 #1");
    }

    @Test
    void sessionsThatAreOverGoFirst() {
        ViewDriver view = ViewDriver.limited(2, "100s", " by k window session 5s select count() as n");
        assertThat(view.send("A/x@1 A/y@10 A/z@11 A/w@12")).containsExactly("+ k=x n=1 1..6 #0");
        assertThat(view.runner().leftOut()).isEqualTo(1);
        assertThat(view.send("A/x@2")).isEmpty();
        assertThat(view.runner().leftOut()).isEqualTo(2);
        assertThat(view.send("B@40")).containsExactly("+ k=y n=1 10..15 #0", "+ k=z n=1 11..16 #0");
    }

    @Test
    void aGroupTooManyDoesNotSlide() {
        ViewDriver view = ViewDriver.limited(1, "0s", " by k window sliding 10s select count() as n");
        assertThat(view.send("A/x@1 A/y@2 A/y@20")).containsExactly("+ k=x n=1 -9..1 #0");
        assertThat(view.runner().leftOut()).isEqualTo(2);
        assertThat(view.send("A/y@21")).containsExactly("+ k=y n=1 11..21 #0");
    }

    @Test
    void quietGroupsAreForgotten() {
        ViewDriver view = ViewDriver.late("5s", " by k window sliding 10s select count() as n");
        view.send("A/x@1 A/y@2 A/x@10 B@17.5");
        assertThat(view.runner().held()).isEqualTo(1);
        view.send("B@26");
        assertThat(view.runner().held()).isZero();
    }
}
