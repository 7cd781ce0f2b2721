/**
 * Lays a rule file out anew: the same words and comments, other white space. {@link
 * io.tripline.dsl.format.RuleFormatter} is the one way in.
 *
 * <pre>
 *   SyntaxTree ──DeclarationGaps, ExpressionGaps──► Gaps: what stands before each word
 *        │                                           │
 *        └───────────── CommentWeaver ◄──────────────┘
 *                            │
 *                            ▼
 *                     LogicalLine: what belongs on one line ──Alignment──► columns
 *                            │                                               │
 *                            └────────────── LineBreaker ◄───────────────────┘
 *                                                 │
 *                                                 ▼
 *                                                text
 * </pre>
 *
 * <p>The idea of breaking the outermost group first, and all of its places at once, is Oppen's ("Prettyprinting", ACM
 * TOPLAS 2(4), 1980); here a place knows its level, so no tree of groups is needed.
 */
package io.tripline.dsl.format;
