package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The run that holds a lake: its identity, since when it has held it, and when it last renewed its lease. */
record LeaseHolder(String job, String runId, String host, long process, Instant since, Instant lastSeen) {

    static LeaseHolder ofThisProcess(String job, String runId, Instant now) {
        return new LeaseHolder(job, runId, hostName(), ProcessHandle.current().pid(), now, now);
    }

    /** Empty if nobody holds the lake and the file only lists unfinished days. */
    static Optional<LeaseHolder> read(JsonNode lease) {
        if (!lease.hasNonNull("run_id")) {
            return Optional.empty();
        }
        return Optional.of(new LeaseHolder(
                lease.path("job").asText(),
                lease.path("run_id").asText(),
                lease.path("host").asText(),
                lease.path("process").asLong(),
                Instant.parse(lease.path("since").asText()),
                Instant.parse(lease.path("last_seen").asText())));
    }

    ObjectNode toJson(Instant now) {
        return new ObjectMapper()
                .createObjectNode()
                .put("job", job)
                .put("run_id", runId)
                .put("host", host)
                .put("process", process)
                .put("since", since.toString())
                .put("last_seen", now.toString());
    }

    /** Silence ends the lease; on the same host, the process is checked as well, so that a killed run blocks nobody. */
    boolean isAlive(Instant now, Duration silence) {
        if (!lastSeen.plus(silence).isAfter(now)) {
            return false;
        }
        return !host.equals(hostName())
                || ProcessHandle.of(process)
                        .filter(running -> running.info()
                                .startInstant()
                                .map(start -> !start.isAfter(since))
                                .orElse(true))
                        .isPresent();
    }

    @Override
    public String toString() {
        return "the run %s of %s (process %d on %s, since %s)".formatted(runId, job, process, host, since);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The machine does not know its own name: the lease can then only end by silence.
            return "unknown";
        }
    }
}
