/**
 * Writes messages of protocol buffers: as much of the format as a model needs. (The libraries build their encoders as text
 * and evaluate it, which a page with a strict policy forbids.)
 */
export class Message {
  private readonly bytes: number[] = [];

  private varint(value: number): this {
    let rest = BigInt.asUintN(64, BigInt(value));
    for (; rest > 127n; rest >>= 7n) this.bytes.push(Number(rest & 127n) | 128);
    this.bytes.push(Number(rest));
    return this;
  }

  int(field: number, value: number): this {
    return this.varint(field << 3).varint(value);
  }

  double(field: number, value: number): this {
    this.varint((field << 3) | 1);
    this.bytes.push(...new Uint8Array(new Float64Array([value]).buffer));
    return this;
  }

  message(field: number, inner: Message): this {
    this.varint((field << 3) | 2).varint(inner.bytes.length);
    for (const byte of inner.bytes) this.bytes.push(byte);
    return this;
  }

  /** Numbers of a repeated field, packed. */
  ints(field: number, values: readonly number[]): this {
    const inner = new Message();
    for (const value of values) inner.varint(value);
    return this.message(field, inner);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}
