#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Opens the viewer on Linux.
exec "$(cd "$(dirname "$0")" && pwd)/rollscope" viewer "$@"
