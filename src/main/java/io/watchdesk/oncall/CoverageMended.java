package io.watchdesk.oncall;

/** What a coverage check had found is mended, so nobody needs to be asked any more. A Spring event inside the transaction. */
public record CoverageMended(String findingId) {}
