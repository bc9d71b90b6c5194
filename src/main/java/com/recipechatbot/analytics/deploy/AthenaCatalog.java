package com.recipechatbot.analytics.deploy;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.serving.athena.NamedQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.MetadataException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;

/** The tables of a database and the saved queries of a workgroup. Endpoint and credentials come from the SDK's default chain. */
public final class AthenaCatalog implements AutoCloseable {

    private static final String CATALOG = "AwsDataCatalog";
    /** As many as Athena gives in one answer. */
    private static final int BATCH = 50;

    /** A query as it is saved; its id is Athena's. */
    public record SavedQuery(String id, String question, String sql) {}

    private final AthenaClient client;
    private final String database;
    private final String workGroup;
    private final String results;
    private final Duration pause;

    /** @param results where results go, or null when the workgroup says it */
    public AthenaCatalog(String database, String workGroup, String results, Duration pause) {
        this.database = database;
        this.workGroup = workGroup;
        this.results = results;
        this.pause = pause;
        this.client = asking(
                "reach Athena",
                () -> AthenaClient.builder()
                        // Named, because the SDK refuses to choose where an installation has two.
                        .httpClientBuilder(ApacheHttpClient.builder())
                        .build());
    }

    /** The tables of the database with their locations; an empty text where Athena gives none. */
    public Map<String, String> tables() {
        Map<String, String> places = new HashMap<>();
        asking("list the tables of " + database, () -> {
            client
                    .listTableMetadataPaginator(
                            asked -> asked.catalogName(CATALOG).databaseName(database))
                    .stream()
                    .flatMap(page -> page.tableMetadataList().stream())
                    .forEach(
                            table -> places.put(table.name(), table.parameters().getOrDefault("location", "")));
            return places;
        });
        return places;
    }

    /** Runs a statement to its end. */
    public void run(String statement, String action) throws InterruptedException {
        String id = asking(
                        action,
                        () -> client.startQueryExecution(asked -> asked.queryString(statement)
                                .workGroup(workGroup)
                                .queryExecutionContext(
                                        context -> context.catalog(CATALOG).database(database))
                                .resultConfiguration(
                                        results == null
                                                ? null
                                                : ResultConfiguration.builder()
                                                        .outputLocation(results)
                                                        .build())))
                .queryExecutionId();
        while (true) {
            QueryExecutionStatus status = asking(
                            action, () -> client.getQueryExecution(asked -> asked.queryExecutionId(id)))
                    .queryExecution()
                    .status();
            if (status.state() == QueryExecutionState.SUCCEEDED) {
                return;
            }
            if (status.state() == QueryExecutionState.FAILED || status.state() == QueryExecutionState.CANCELLED) {
                throw new UsageException(
                        "Cannot %s: Athena has %s it: '%s'. Fix it and register again; existing tables are kept."
                                .formatted(
                                        action,
                                        status.state() == QueryExecutionState.FAILED ? "refused" : "cancelled",
                                        status.stateChangeReason()));
            }
            Thread.sleep(pause.toMillis());
        }
    }

    /** The saved queries of the workgroup over this database, by name. */
    public Map<String, SavedQuery> savedQueries() {
        return asking("list the saved queries of " + workGroup, () -> {
            List<String> ids = new ArrayList<>();
            client.listNamedQueriesPaginator(asked -> asked.workGroup(workGroup)).stream()
                    .forEach(page -> ids.addAll(page.namedQueryIds()));
            Map<String, SavedQuery> saved = new HashMap<>();
            for (int i = 0; i < ids.size(); i += BATCH) {
                List<String> batch = ids.subList(i, Math.min(i + BATCH, ids.size()));
                client.batchGetNamedQuery(asked -> asked.namedQueryIds(batch)).namedQueries().stream()
                        .filter(query -> query.database().equals(database))
                        .forEach(query -> saved.put(
                                query.name(),
                                new SavedQuery(query.namedQueryId(), query.description(), query.queryString())));
            }
            return saved;
        });
    }

    /** @return what was done with it, in a word or two */
    public String save(NamedQuery query, SavedQuery saved) {
        if (saved == null) {
            asking(
                    "save " + query.name(),
                    () -> client.createNamedQuery(asked -> asked.name(query.name())
                            .description(query.question())
                            .database(database)
                            .workGroup(workGroup)
                            .queryString(query.sql())));
            return "saved";
        }
        if (query.sql().equals(saved.sql()) && query.question().equals(saved.question())) {
            return "exists";
        }
        asking(
                "save " + query.name(),
                () -> client.updateNamedQuery(asked -> asked.namedQueryId(saved.id())
                        .name(query.name())
                        .description(query.question())
                        .queryString(query.sql())));
        return "brought up to date";
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T asking(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException e) {
            throw new UsageException(
                    "Cannot %s: no region, no credentials or no network. Set AWS_REGION, sign in, and run again."
                            .formatted(action),
                    e);
        } catch (InvalidRequestException | MetadataException e) {
            throw new UsageException(
                    "Cannot %s: Athena says '%s'. Check --database and --workgroup, or run jobs/deploy."
                            .formatted(action, e.awsErrorDetails().errorMessage()),
                    e);
        } catch (AthenaException e) {
            if (e.awsErrorDetails() != null
                    && "AccessDeniedException".equals(e.awsErrorDetails().errorCode())) {
                throw new UsageException(
                        "Cannot %s: access is denied. jobs/run athena --help lists the permissions it needs."
                                .formatted(action),
                        e);
            }
            throw e;
        }
    }
}
