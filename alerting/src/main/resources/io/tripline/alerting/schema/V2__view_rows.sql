-- The rows of views that stand, each as it was published last. What is withdrawn is deleted. group_text holds the values
-- of the groups, to search by.
CREATE TABLE view_row (
    row_id       VARCHAR NOT NULL PRIMARY KEY,
    view_name    VARCHAR NOT NULL,
    view_version VARCHAR NOT NULL,
    revision     BIGINT  NOT NULL,
    start_nanos  BIGINT  NOT NULL,
    end_nanos    BIGINT  NOT NULL,
    group_text   VARCHAR NOT NULL,
    groups_json  VARCHAR NOT NULL,
    columns_json VARCHAR NOT NULL
);
CREATE INDEX view_row_by_end ON view_row (view_name, end_nanos, row_id);
