/* SPDX-License-Identifier: Apache-2.0
 * Copyright The Rollscope contributors */
#ifndef ROLLSCOPE_STATIC_ASSERT_H
#define ROLLSCOPE_STATIC_ASSERT_H

/* C99 has no _Static_assert: an array of negative size stops the compiler just as well. */
#define ROLLSCOPE_STATIC_ASSERT(name, condition) \
    struct rollscope_static_assert_##name { \
        char name[(condition) ? 1 : -1]; \
    }

#endif
