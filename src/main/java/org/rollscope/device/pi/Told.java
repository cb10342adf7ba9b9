package org.rollscope.device.pi;

import org.rollscope.frame.FrameSink;

/** Something that the sampling thread has to say, said on the thread of whoever polls. */
interface Told {
    /** Says it. */
    void to(FrameSink sink);
}
