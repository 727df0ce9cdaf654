"""The parts screens are made of; assessor.ui.widgets.<noun> holds each."""
