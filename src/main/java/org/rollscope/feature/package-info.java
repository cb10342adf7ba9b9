/** To come. */
@org.jspecify.annotations.NullMarked
package org.rollscope.feature;
