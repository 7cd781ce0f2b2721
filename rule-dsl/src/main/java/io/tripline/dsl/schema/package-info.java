/** What events look like: declared types, their fields, and how late they may come. */
package io.tripline.dsl.schema;
