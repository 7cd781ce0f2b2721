-- The entries of lists, for people to look at: the engine has its own, made from the journal. value_text is the value as a
-- message shows it, which tells entries of one list apart. until_nanos is the last time at which an entry is there, in event
-- time; the highest number for ever. rule_name is empty where it was added from outside.
CREATE TABLE list_entry (
    list_name   VARCHAR NOT NULL,
    value_text  VARCHAR NOT NULL,
    value_json  VARCHAR NOT NULL,
    until_nanos BIGINT  NOT NULL,
    rule_name   VARCHAR NOT NULL,
    PRIMARY KEY (list_name, value_text)
);
