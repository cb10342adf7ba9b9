/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors
 *
 * The trigger of somebody else's instrument: the edge is timed by an interrupt, not by looking. */
#ifndef SYNC_INPUT_H
#define SYNC_INPUT_H

void sync_input_init(void);

/* Reports an edge that has come. Call it once per beat. */
void sync_input_beat(void);

#endif
