-- Plain SQL that H2 and PostgreSQL both understand. Times are nanoseconds since 1970 in UTC.
-- Each index costs every alert its time, so there are no more than the queries need.

-- One row: how far the journal's outcomes are kept, and the numbers given out so far.
CREATE TABLE alert_store (
    id            INTEGER NOT NULL PRIMARY KEY,
    last_sequence BIGINT  NOT NULL,
    last_number   BIGINT  NOT NULL,
    last_delivery BIGINT  NOT NULL,
    firing        BIGINT  NOT NULL,
    retracted     BIGINT  NOT NULL
);
INSERT INTO alert_store (id, last_sequence, last_number, last_delivery, firing, retracted)
VALUES (1, 0, 0, 0, 0, 0);

-- first_number orders lists, last_number is the place in the feed of changes. key_text is the first part of the key, to
-- search by.
CREATE TABLE alert (
    first_number   BIGINT  NOT NULL PRIMARY KEY,
    last_number    BIGINT  NOT NULL,
    alert_id       VARCHAR NOT NULL,
    revision       INTEGER NOT NULL,
    rule_name      VARCHAR NOT NULL,
    title          VARCHAR NOT NULL,
    rule_version   VARCHAR NOT NULL,
    severity       VARCHAR NOT NULL,
    state          VARCHAR NOT NULL,
    key_json       VARCHAR NOT NULL,
    key_text       VARCHAR NOT NULL,
    at_nanos       BIGINT  NOT NULL,
    recorded_nanos BIGINT  NOT NULL,
    message        VARCHAR NOT NULL,
    matched_json   BYTEA   NOT NULL
);
CREATE UNIQUE INDEX alert_by_id ON alert (alert_id);
CREATE INDEX alert_by_rule ON alert (rule_name, first_number);
CREATE INDEX alert_by_key ON alert (key_text, first_number);
CREATE INDEX alert_by_severity ON alert (severity, state, first_number);

-- What of matched_json does not fit a row, in order.
CREATE TABLE alert_matched_rest (
    first_number BIGINT  NOT NULL,
    part         INTEGER NOT NULL,
    content      BYTEA   NOT NULL,
    PRIMARY KEY (first_number, part)
);

-- The alerts whose first and last number differ, by the last: few, where an index would hold them all.
CREATE TABLE alert_changed (
    last_number  BIGINT NOT NULL PRIMARY KEY,
    first_number BIGINT NOT NULL
);

-- The values of the further parts of an alert's key.
CREATE TABLE alert_key (
    key_text     VARCHAR NOT NULL,
    first_number BIGINT  NOT NULL
);
CREATE INDEX alert_key_by_text ON alert_key (key_text, first_number);

CREATE TABLE late_event (
    sequence_number BIGINT  NOT NULL PRIMARY KEY,
    event_type      VARCHAR NOT NULL,
    event_id        VARCHAR NOT NULL,
    at_nanos        BIGINT  NOT NULL,
    fields_json     VARCHAR NOT NULL
);

CREATE TABLE endpoint (
    endpoint_id         VARCHAR NOT NULL PRIMARY KEY,
    name                VARCHAR NOT NULL,
    url                 VARCHAR NOT NULL,
    secret              VARCHAR NOT NULL,
    state               VARCHAR NOT NULL,
    disabled_reason     VARCHAR,
    created_nanos       BIGINT  NOT NULL,
    failing_since_nanos BIGINT
);

-- What is sent, once for all endpoints; the number is that of the alert's change.
CREATE TABLE notification (
    notification_number BIGINT  NOT NULL PRIMARY KEY,
    alert_id            VARCHAR NOT NULL,
    event               VARCHAR NOT NULL,
    body                BYTEA   NOT NULL
);

-- tries counts the failures since it was last put on the schedule; due_nanos matters while it is pending.
CREATE TABLE delivery (
    delivery_id         BIGINT  NOT NULL PRIMARY KEY,
    endpoint_id         VARCHAR NOT NULL,
    notification_number BIGINT  NOT NULL,
    webhook_id          VARCHAR NOT NULL,
    alert_id            VARCHAR NOT NULL,
    event               VARCHAR NOT NULL,
    state               VARCHAR NOT NULL,
    tries               INTEGER NOT NULL,
    due_nanos           BIGINT  NOT NULL
);
CREATE INDEX delivery_by_due ON delivery (endpoint_id, state, due_nanos, delivery_id);
CREATE INDEX delivery_by_alert ON delivery (alert_id, delivery_id);
CREATE INDEX delivery_by_endpoint ON delivery (endpoint_id, delivery_id);

CREATE TABLE delivery_attempt (
    delivery_id     BIGINT  NOT NULL,
    at_nanos        BIGINT  NOT NULL,
    ordinal         INTEGER NOT NULL,
    status          INTEGER,
    duration_millis BIGINT  NOT NULL,
    error           VARCHAR,
    PRIMARY KEY (delivery_id, ordinal)
);
