/** The little this module needs on top of JDBI: the schema, transactions that say what failed, and batches of rows. */
package io.tripline.alerting.sql;
