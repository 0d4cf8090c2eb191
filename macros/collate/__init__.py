"""Turns survey answers into a table: reads the files of survey programs and counts what may be published."""
