package io.civae.examples.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecimalFormTest {

  private static DecimalForm column(String... numbers) {
    return Stream.of(numbers).map(DecimalForm::of).reduce(DecimalForm::and).orElseThrow();
  }

  @Test
  void keepsIntegersIntegers() {
    DecimalForm form = column("1", "-3", "40");
    assertThat(form.integer()).isTrue();
    assertThat(form.text(7.4f)).isEqualTo("7");
    assertThat(form.text(-0.2f)).isEqualTo("0");
  }

  @Test
  void keepsTheNumberOfDecimals() {
    assertThat(column("1.50", "22.75").text(3.999f)).isEqualTo("4.00");
    assertThat(column("0.00001", "0.10000").text(0.05f)).isEqualTo("0.05000");
  }

  @Test
  void dropsZerosAtTheEndWhereTheColumnDoes() {
    DecimalForm form = column("13.64", "4.5", "7");
    assertThat(form.text(8.5f)).isEqualTo("8.5");
    assertThat(form.text(9.004f)).isEqualTo("9");
    assertThat(form.text(9.123f)).isEqualTo("9.12");
    assertThat(column("1.25", "2.5").text(2f)).isEqualTo("2.0");
  }

  @Test
  void neverLeavesTheBoundsThatAFloatCannotHold() {
    DecimalForm form = column("16777217", "16777219");
    assertThat(form.text(16777216f)).isEqualTo("16777217");
    assertThat(form.text(16777220f)).isEqualTo("16777219");
  }

  @Test
  void writesExponentsWhereTheColumnDoes() {
    DecimalForm form = column("1.5e-9", "2.25e-7", "3e+20", "10");
    assertThat(form.text(2.0049e-8f)).isEqualTo("2e-8");
    assertThat(form.text(2.126e-8f)).isEqualTo("2.13e-8");
    assertThat(form.text(1.26e20f)).isEqualTo("1.26e+20");
    assertThat(form.text(1200f)).isEqualTo("1200");
  }
}
