/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#include "mcp3008.h"

#include <math.h>

#include "moment.h"
#include "said.h"
#include "trace.h"

/* Data sheet DS21295D, section 5.0 and figure 5-1; the transfer function is equation 4-2: counts = 1024 x Vin / Vref. */
enum {
    COMMAND_CLOCKS = 4, /* single-ended bit and channel */
    SAMPLE_CLOCK = 5,
    NULL_CLOCK = 6,
    LAST_CLOCK = 16,
    SINGLE_ENDED_BIT = 8,
    CHANNEL_BITS = 7,
    STEPS = 1024
};
static const double REFERENCE_MV = 3300;

static int convert(int pad_index)
{
    int64_t now_ns = moment_ns();
    double counts = floor(trace_pad_mv(pad_index, moment_trace_us(now_ns)) * STEPS / REFERENCE_MV);
    int limited = counts < 0 ? 0 : counts >= STEPS ? STEPS - 1 : (int)counts;
    said_pad(now_ns, pad_index, limited);
    return limited;
}

void mcp3008_exchange(int first_pad_index, bool silent, const uint8_t *in, uint8_t *out, size_t length_bytes)
{
    int clock = -1; /* since the start bit */
    int command = 0;
    int counts = 0;
    for (size_t bit = 0; bit < 8 * length_bytes; bit++) {
        int input = in[bit / 8] >> (7 - bit % 8) & 1;
        int output = 1; /* nobody drives the line: it is pulled up */
        if (clock >= 0) {
            clock++;
        } else if (input) {
            clock = 0;
        }
        if (clock >= 1 && clock <= COMMAND_CLOCKS) {
            command = command << 1 | input;
        } else if (clock == SAMPLE_CLOCK && !silent) {
            counts = command & SINGLE_ENDED_BIT ? convert(first_pad_index + (command & CHANNEL_BITS)) : 0;
        } else if (clock == NULL_CLOCK) {
            output = 0;
        } else if (clock > NULL_CLOCK && clock <= LAST_CLOCK) {
            output = counts >> (LAST_CLOCK - clock) & 1;
        }
        uint8_t mask = (uint8_t)(1 << (7 - bit % 8));
        out[bit / 8] = (uint8_t)(silent || output ? out[bit / 8] | mask : out[bit / 8] & ~mask);
    }
}
