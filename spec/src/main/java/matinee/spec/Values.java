package matinee.spec;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/// Makes values of TLA+ as TLC has them.
final class Values {

  private Values() {}

  /// A field of a record.
  record Field(String name, Value value) {}

  static Field field(String name, Value value) {
    return new Field(name, value);
  }

  static Value text(String value) {
    return new StringValue(value);
  }

  /// Throws `ArithmeticException` when `value` is too large for TLC.
  static Value number(long value) {
    return IntValue.gen(Math.toIntExact(value));
  }

  static Value truth(boolean value) {
    return value ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  static Value sequence(Collection<Value> values) {
    return new TupleValue(values.toArray(Value[]::new));
  }

  static Value record(List<Field> fields) {
    return new RecordValue(
        fields.stream().map(it -> UniqueString.of(it.name())).toArray(UniqueString[]::new),
        fields.stream().map(Field::value).toArray(Value[]::new),
        false);
  }

  static Value record(Field... fields) {
    return record(List.of(fields));
  }

  /// A record whose field `type` is `type`.
  static Value named(String type, Field... fields) {
    return record(Stream.concat(Stream.of(field("type", text(type))), Stream.of(fields)).toList());
  }
}
