/** How fast the language answers: compiling many rules, diagnostics after a keystroke; and texts it has never seen. */
package io.tripline.perf.language;
