package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTableFileTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return SmallFiles.write(folder.resolve("cells.csv"), text);
  }

  private void assertDamaged(String text, String... parts) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> CellTableFile.read(file))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void readsQuotedFieldsAndMissingValues() throws IOException {
    CellTable cells = CellTableFile.read(file(SmallFiles.CELLS));
    assertThat(cells.barcodes()).containsExactly("GGG-1", "AAA-1", "CCC-1");
    assertThat(cells.columnNames()).containsExactly("type", "note");
    assertThat(cells.column("type").values()).containsExactly("T", "B", "T");
    assertThat(cells.column("note").values()).containsExactly("a, \"b\"", null, null);
  }

  @Test
  void findsTheBarcodesByNameOrInTheFirstColumn() throws IOException {
    assertThat(CellTableFile.read(file("type\tbarcode\nT\tx\n")).barcodes()).containsExactly("x");
    assertThat(CellTableFile.read(file("\ufeffcell,type\r\nx,T\r\n")).barcodes())
        .containsExactly("x");
  }

  @Test
  void rejectsWhatDoesNotFitTheHeader() throws IOException {
    assertDamaged("barcode,type\nx,T\ny\n", "line 3: has 1 fields, the header has 2");
    assertDamaged("barcode,type\nx,T,U\n", "line 2: has 3 fields");
    assertDamaged("barcode,a,a\nx,1,2\n", "line 1: column \"a\" stands there twice");
    assertDamaged("", "line 1: must be a header");
    assertDamaged("barcode,type\n", "has no row");
  }

  @Test
  void rejectsDuplicateAndBlankBarcodes() throws IOException {
    assertDamaged("barcode\nx\ny\nx\n", "line 4: barcode \"x\" stands in line 2 already");
    assertDamaged("barcode,t\n,T\n", "line 2: barcode \"\" must not be blank");
  }

  @Test
  void rejectsBrokenQuotes() throws IOException {
    assertDamaged("barcode,t\nx,\"T\n", "line 2: a quote at character 3 is not closed");
    assertDamaged("barcode,t\nx,\"T\"U\n", "line 2: field 2 goes on after its closing quote");
  }

  @Test
  void rejectsTextThatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin1.csv"), new byte[] {'b', '\n', (byte) 0xE9, 'x'});
    assertThatThrownBy(() -> CellTableFile.read(file))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("is not text in UTF-8");
  }

  @Test
  void rejectsALineThatNeverEnds() throws IOException {
    assertDamaged("barcode,t\nx," + "T".repeat(1 << 21), "line 2: is longer than 1048576");
  }
}
