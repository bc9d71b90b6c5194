package com.recipechatbot.analytics.deploy.cost;

/**
 * What the workers of one run are billed for on EMR Serverless: each by the second, for as long as it lives.
 *
 * @param wallSeconds how long the run takes
 * @param executors how many workers share its CPU seconds
 */
record RunCost(double wallSeconds, double executors, double vcpuHours, double memoryGbHours) {

    /** Memory of a worker with its overhead of a tenth, at least 384 MB, rounded up to whole GB. */
    private static final double DRIVER_GB = 5;

    private static final double EXECUTOR_GB = 7;
    private static final double CORES = 2;
    private static final double SMALL_DRIVER_GB = 2;
    private static final double HOUR = 3600;

    /**
     * A run of a job on Spark.
     *
     * @param cpuSeconds what its process uses on one machine
     */
    static RunCost ofSpark(double cpuSeconds, Figures measured) {
        double work = cpuSeconds / measured.value("worker_busy_share");
        double executors = Math.max(1, Math.ceil(work / CORES / measured.value("longest_work_seconds")));
        double wall = measured.value("worker_start_seconds") + work / (CORES * executors);
        double hours = wall / HOUR;
        return new RunCost(
                wall, executors, CORES * (1 + executors) * hours, (DRIVER_GB + EXECUTOR_GB * executors) * hours);
    }

    /** A run that only waits, on a driver of one core: the export. */
    static RunCost ofWaiting(double seconds, Figures measured) {
        double hours = (measured.value("worker_start_seconds") + seconds) / HOUR;
        return new RunCost(hours * HOUR, 0, hours, SMALL_DRIVER_GB * hours);
    }

    double dollars(Figures prices) {
        return vcpuHours * prices.value("emr_vcpu_hour") + memoryGbHours * prices.value("emr_memory_gb_hour");
    }
}
