"""Questions that an article answers, each with a near miss, on topics nothing was fitted on."""
