"""Entries. (placeholder until the module lands)"""
