package com.recipechatbot.analytics.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.lake.LakeFolder;
import org.apache.hadoop.conf.Configuration;

/** A job is a process of its own: after a failure that it could not even write down, that process is gone. */
final class DeadRun {

    private DeadRun() {}

    /** Lets a lease that was not given back name a process that is gone, in place of this one. */
    static void leavesItsLease(Configuration hadoop, String location) throws Exception {
        LakeFolder lake = new LakeFolder(hadoop, location);
        if (lake.readJson("lease.json").filter(lease -> lease.has("run_id")).isPresent()) {
            Process gone = new ProcessBuilder("true").start();
            gone.waitFor();
            ObjectNode lease = (ObjectNode) lake.readJson("lease.json").orElseThrow();
            lake.write("lease.json", lease.put("process", gone.pid()).toPrettyString());
        }
    }
}
