/** Lists and tables over HTTP: what people and services change, beside what rules do. */
package io.tripline.console.lists;
