package com.recipechatbot.analytics.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;

/** All that a Parquet file holds, as bytes that can be searched: values, pages without compression, statistics, footer. */
final class ParquetContent {

    private ParquetContent() {}

    static Map<String, byte[]> of(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("values", values(file));
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            ByteArrayOutputStream footer = new ByteArrayOutputStream();
            text(footer, reader.getFooter().getFileMetaData().toString());
            reader.getFooter()
                    .getFileMetaData()
                    .getKeyValueMetaData()
                    .forEach((key, value) -> text(footer, key + value));
            for (BlockMetaData block : reader.getFooter().getBlocks()) {
                for (ColumnChunkMetaData chunk : block.getColumns()) {
                    if (chunk.getStatistics().hasNonNullValue()) {
                        footer.writeBytes(chunk.getStatistics().getMinBytes());
                        footer.writeBytes(chunk.getStatistics().getMaxBytes());
                    }
                }
            }
            parts.put("footer and statistics", footer.toByteArray());
            parts.put("pages", pages(reader));
        }
        return parts;
    }

    private static byte[] pages(ParquetFileReader reader) throws IOException {
        ByteArrayOutputStream pages = new ByteArrayOutputStream();
        for (PageReadStore rows = reader.readNextRowGroup(); rows != null; rows = reader.readNextRowGroup()) {
            for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
                PageReader chunk = rows.getPageReader(column);
                DictionaryPage dictionary = chunk.readDictionaryPage();
                if (dictionary != null) {
                    dictionary.getBytes().writeAllTo(pages);
                }
                for (DataPage page = chunk.readPage(); page != null; page = chunk.readPage()) {
                    BytesInput bytes =
                            page instanceof DataPageV1 first ? first.getBytes() : ((DataPageV2) page).getData();
                    bytes.writeAllTo(pages);
                }
            }
        }
        return pages.toByteArray();
    }

    private static byte[] values(Path file) throws IOException {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        try (ParquetReader<Group> rows = new ParquetReader.Builder<Group>(new LocalInputFile(file)) {
            @Override
            protected GroupReadSupport getReadSupport() {
                return new GroupReadSupport();
            }
        }.build()) {
            for (Group row = rows.read(); row != null; row = rows.read()) {
                add(row, values);
            }
        }
        return values.toByteArray();
    }

    private static void add(Group group, ByteArrayOutputStream values) {
        for (int field = 0; field < group.getType().getFieldCount(); field++) {
            Type type = group.getType().getType(field);
            for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
                if (!type.isPrimitive()) {
                    add(group.getGroup(field, i), values);
                } else if (type.asPrimitiveType().getPrimitiveTypeName().name().contains("BINARY")) {
                    values.writeBytes(group.getBinary(field, i).getBytes());
                    values.write('\n');
                } else {
                    text(values, group.getValueToString(field, i));
                }
            }
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
