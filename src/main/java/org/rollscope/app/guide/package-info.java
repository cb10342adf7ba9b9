/**
 * Guided routines of a running service: who asks for one, and what the service makes of it.
 *
 * <p><b>May import.</b> The rooms that {@code House.ROOMS} names. <b>Threads.</b> The pipeline's tells; people begin, skip and end from any.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.guide;
